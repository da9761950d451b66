//! Waiting for what a page shows: conditions that are asked again, never a fixed time.

use std::time::{Duration, Instant};

/// The time after which something will not come; generous, as a test machine may be busy with other work.
const PATIENCE: Duration = Duration::from_secs(30);
const PAUSE: Duration = Duration::from_millis(25);

/// Asks until there is an answer, and fails with `what` where none comes.
pub async fn until<T>(what: &str, mut ask: impl AsyncFnMut() -> Option<T>) -> T {
    let start = Instant::now();
    loop {
        if let Some(answer) = ask().await {
            return answer;
        }
        assert!(start.elapsed() < PATIENCE, "waited in vain until {what}");
        tokio::time::sleep(PAUSE).await;
    }
}
