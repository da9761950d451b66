//! Invented reports that show what the page does; 25 kB of text, 11 kB compressed.

/// Names and texts of the samples.
pub const SAMPLES: &[(&str, &str)] = &[
    ("chengjiang-robotics-weekly.txt", include_str!("../../fixtures/reports/chengjiang-robotics-weekly.txt")),
    ("nanlu-company-initiation.txt", include_str!("../../fixtures/reports/nanlu-company-initiation.txt")),
    (
        "yanshan-semiconductor-weekly.txt",
        include_str!("../../fixtures/reports/yanshan-semiconductor-weekly.txt"),
    ),
    (
        "haiqing-hk-property-services.txt",
        include_str!("../../fixtures/reports/haiqing-hk-property-services.txt"),
    ),
];
