//! How much memory the page of a browser takes, as the system sees it.

use std::fs;

use serde_json::json;

use crate::browser::Browser;

impl Browser {
    /// The memory that the page's process has for itself, in bytes, once what it no longer needs has been let go;
    /// Chromium on Linux only.
    pub async fn page_memory(&self) -> f64 {
        for _ in 0..3 {
            self.developer_command("HeapProfiler.collectGarbage", json!({})).await;
        }
        let kilobytes = self.processes().into_iter().filter_map(private_kilobytes).max();
        kilobytes.map_or(f64::NAN, |kilobytes| kilobytes as f64 * 1024.0)
    }

    /// The processes of pages below this browser's driver.
    fn processes(&self) -> Vec<u32> {
        let entries = fs::read_dir("/proc").into_iter().flatten().flatten();
        let numbers = entries.filter_map(|entry| entry.file_name().to_str()?.parse().ok());
        numbers.filter(|process| is_page(*process) && self.is_below(*process)).collect()
    }

    fn is_below(&self, process: u32) -> bool {
        let mut at = process;
        while let Some(parent) = parent(at) {
            if parent == self.driver_process() {
                return true;
            }
            at = parent;
        }
        false
    }
}

fn is_page(process: u32) -> bool {
    fs::read_to_string(format!("/proc/{process}/cmdline")).is_ok_and(|line| line.contains("--type=renderer"))
}

fn parent(process: u32) -> Option<u32> {
    let status = fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("PPid:"))?;
    line.trim().parse().ok().filter(|parent| *parent > 1)
}

fn private_kilobytes(process: u32) -> Option<u64> {
    let map = fs::read_to_string(format!("/proc/{process}/smaps_rollup")).ok()?;
    let size = |name: &str| -> Option<u64> {
        map.lines().find_map(|line| line.strip_prefix(name))?.trim().trim_end_matches(" kB").parse().ok()
    };
    Some(size("Private_Clean:")? + size("Private_Dirty:")?)
}
