//! Starts the page, or a worker of it; natively it says where the page is.

#[cfg(target_arch = "wasm32")]
fn main() {
    use yanjing::{
        browser::{page, workers},
        ui::app::App,
        work::serving,
    };
    if workers::is_worker() {
        serving::start();
        return;
    }
    if let Some(root) = page::app() {
        yew::Renderer::<App>::with_root(root).render();
    }
}

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    use std::io::Write as _;
    // Nothing better can be done where standard error is closed.
    let _ = writeln!(std::io::stderr(), "yanjing is a page for the browser: cargo xtask serve");
    std::process::ExitCode::FAILURE
}
