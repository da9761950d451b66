//! Codes of listed securities.

mod scan;

pub use scan::{is_security_code, is_security_code_with_exchange, security_code};

/// Where a security is listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Exchange {
    /// 上海证券交易所.
    Shanghai,
    /// 深圳证券交易所.
    Shenzhen,
    /// 北京证券交易所.
    Beijing,
    /// 香港交易所.
    HongKong,
    /// Nasdaq.
    Nasdaq,
    /// New York Stock Exchange.
    NewYork,
    /// NYSE American.
    NyseAmerican,
    /// A United States exchange that the code does not name (`AAPL US`).
    UnitedStates,
    /// Korea Exchange, main board.
    Korea,
    /// KOSDAQ.
    Kosdaq,
    /// 臺灣證券交易所.
    Taiwan,
    /// 證券櫃檯買賣中心 (Taipei Exchange).
    Taipei,
    /// Tokyo Stock Exchange.
    Tokyo,
}

impl Exchange {
    /// All of them.
    pub const ALL: [Self; 13] = [
        Self::Shanghai,
        Self::Shenzhen,
        Self::Beijing,
        Self::HongKong,
        Self::Nasdaq,
        Self::NewYork,
        Self::NyseAmerican,
        Self::UnitedStates,
        Self::Korea,
        Self::Kosdaq,
        Self::Taiwan,
        Self::Taipei,
        Self::Tokyo,
    ];

    /// The market identifier code of ISO 10383; `None` where no single market is meant.
    #[must_use]
    pub fn mic(self) -> Option<&'static str> {
        Some(match self {
            Self::Shanghai => "XSHG",
            Self::Shenzhen => "XSHE",
            Self::Beijing => "BJSE",
            Self::HongKong => "XHKG",
            Self::Nasdaq => "XNAS",
            Self::NewYork => "XNYS",
            Self::NyseAmerican => "XASE",
            Self::UnitedStates => return None,
            Self::Korea => "XKRX",
            Self::Kosdaq => "XKOS",
            Self::Taiwan => "XTAI",
            Self::Taipei => "ROCO",
            Self::Tokyo => "XTKS",
        })
    }

    /// The ending of the canonical code, without the dot, as Chinese terminals print it.
    #[must_use]
    pub fn suffix(self) -> &'static str {
        match self {
            Self::Shanghai => "SH",
            Self::Shenzhen => "SZ",
            Self::Beijing => "BJ",
            Self::HongKong => "HK",
            Self::Nasdaq => "O",
            Self::NewYork => "N",
            Self::NyseAmerican => "A",
            Self::UnitedStates => "US",
            Self::Korea => "KS",
            Self::Kosdaq => "KQ",
            Self::Taiwan => "TW",
            Self::Taipei => "TWO",
            Self::Tokyo => "T",
        }
    }
}

/// A code in its canonical form: ticker and exchange.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SecurityCode {
    /// The ticker, leading zeros kept; Hong Kong's with four digits, or five where the first is no zero.
    pub ticker: String,
    /// Where it is listed.
    pub exchange: Exchange,
    /// Whether the exchange follows from the number's range and is not printed.
    pub derived: bool,
}

impl std::fmt::Display for SecurityCode {
    /// The canonical form, `000977.SZ`.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}.{}", self.ticker, self.exchange.suffix())
    }
}
