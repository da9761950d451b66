//! `dist/site/`: the static folder.

use std::path::{Path, PathBuf};

use crate::command::{Outcome, project, read, write};
use crate::content_policy::{Edition, with_policy};
use crate::desk::{Desk, START};
use crate::initials;
use crate::markup::{insert_before, with_shell};
use crate::packing::{check, packed};
use crate::samples;
use crate::service_worker::write_service_worker;
use crate::trunk::Parts;

/// What stands beside the page: its icons, what makes it installable, and what starts its workers.
const ASSETS: [&str; 6] =
    ["icon.svg", "icon-192.png", "icon-512.png", "icon-maskable.png", "manifest.webmanifest", START];

/// The folder of the finished site.
#[must_use]
pub fn folder() -> PathBuf {
    project().join("dist/site")
}

/// Writes the site anew.
pub fn write_site(parts: &Parts, desk: &Desk, folder: &Path) -> Outcome {
    if folder.exists() {
        std::fs::remove_dir_all(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    }
    std::fs::create_dir_all(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let (script, script_text) = &parts.script;
    let (program, program_bytes) = &parts.program;
    write(&folder.join(script), script_text)?;
    let packed = packed(program_bytes)?;
    check(&parts.unpacking, &packed, program_bytes)?;
    // It is no program any more, but bears the name of one: by that servers know what they may compress.
    write(&folder.join(program), packed)?;
    write(&folder.join(&parts.later.0), &parts.later.1)?;
    write(&folder.join(&desk.script.0), &desk.script.1)?;
    write(&folder.join(&desk.program.0), &desk.program.1)?;
    for asset in ASSETS {
        write(&folder.join(asset), read(&project().join("assets").join(asset))?)?;
    }
    write(&folder.join(samples::NAME), samples::text()?)?;
    write(&folder.join(initials::NAME), initials::table())?;
    write(&folder.join("index.html"), page(parts, desk)?)?;
    write_service_worker(folder)
}

/// The module that unpacks and starts the program, and loads its later part and the program of the workers when it asks for
/// them. The service worker is told to keep these: at the first visit it does not see yet what the page asks for.
fn start(unpacking: &str, script: &str, program: &str, later: &str, desk: &Desk) -> String {
    let (desk_script, desk) = (&desk.script.0, &desk.program.0);
    format!(
        "{unpacking}const bytes=fetch(\"./{program}\").then(async(answer)=>{{if(!answer.ok)throw answer.status;\
         return unpacked(new Uint8Array(await answer.arrayBuffer()))}});\
         const program=import(\"./{script}\").then(page=>page.default({{module_or_path:bytes}}));\
         const keep=(...names)=>navigator.serviceWorker?.ready.then(({{active}})=>names.forEach(name=>active.postMessage(name)));\
         let later,desk;\
         window.loadLater=()=>later??=program.then(f=>WebAssembly.instantiateStreaming(fetch(\"./{later}\"),{{f}}))\
         .then(({{module}})=>{{window.laterPart=module;keep(\"{later}\")}},failure=>{{later=undefined;throw failure}});\
         window.loadDesk=()=>desk??=WebAssembly.compileStreaming(fetch(\"./{desk}\"))\
         .then(module=>{{keep(\"{START}\",\"{desk}\",\"{desk_script}\");return[new URL(\"{desk_script}\",location).href,module]}},\
         failure=>{{desk=undefined;throw failure}});\
         program.then(\
         ()=>navigator.serviceWorker?.register(\"sw.js\").catch(()=>{{}}),\
         ()=>{{document.getElementById(\"start-failure\").hidden=false}})"
    )
}

fn page(parts: &Parts, desk: &Desk) -> Outcome<String> {
    let (script, program) = (&parts.script.0, &parts.program.0);
    let start = start(&parts.unpacking, script, program, &parts.later.0, desk);
    // The program is the longest of all: it is asked for first, while the rest of the page is still being read.
    let head = format!(
        "<link rel=\"preload\" href=\"./{program}\" as=\"fetch\" type=\"application/wasm\" crossorigin>\n\
         <link rel=\"modulepreload\" href=\"./{script}\">\n\
         <style>{style}</style>\n<script type=\"module\">{start}</script>\n",
        style = parts.style
    );
    let page = insert_before(&parts.markup, "</head>", &head).ok_or("index.html has no </head>")?;
    let page = with_shell(&page, &parts.shell)?;
    with_policy(&page, Edition::Site, &parts.style, &[&parts.shell, &start])
}
