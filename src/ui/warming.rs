//! What a first report needs of the browser, made ready while the page waits for one. A program's functions are compiled
//! when they first run, and a font is opened when something is first set in it; together that takes longer than reading a
//! report does, so a short one is read, drawn, laid out and put in order where it is never seen.

use yew::{Html, create_portal, hook, use_effect_with, use_memo, use_mut_ref, use_state};

use super::{
    opening::{Files, of_text, read},
    report::report_view,
    screen::Dispatch,
};
use crate::{
    browser::{page, storage::KeptFile},
    view::{
        keeping::Keeping,
        library::OpenReport,
        state::{Action, State},
    },
};

/// Invented. It has what most reports have: every reader finds something in it.
const SPECIMEN: &str = "\
墨池证券
机械行业周报：订单回升
发布日期：2026年3月9日
评级：看好（维持）  目标价：12.50元
分析师：林试 执业证书编号：S0000000000000  Email：lin@mochi.example  电话：021-00000000
核心观点
维持行业“看好”评级。建议关注：试样重工（600000.SH）、样本电气（000000.SZ）。
表 1：重点公司估值（单位：亿元）
公司	代码	市值	涨跌幅		评级
			本周	本年	
试样重工	600000.SH	1,234.5	-1.20%	15.3%	买入
样本电气	000000.SZ	88.0	3.4%	N.M.	增持
平均		661.3	1.1%	15.3%	
资料来源：墨池证券
风险提示：需求不及预期；原材料涨价。
投资评级说明
以报告日后 6 个月内股价相对沪深 300 指数的涨跌幅为标准
买入：相对强于市场表现 20%以上；
增持：相对强于市场表现 5%～20%；
中性：相对市场表现在-5%～5%之间；
减持：相对弱于市场表现 5%以下。
";

/// How many specimens together are as long as a report, so that the browser finds out which functions deserve its best.
const LENGTH: usize = 8;

/// Draws the specimen beside the page until all is ready, as long as no report is open.
#[hook]
pub fn use_warming(state: &State, files: &Files, dispatch: &Dispatch) -> Html {
    let host = use_memo((), |()| page::specimen());
    let report = use_mut_ref(|| None::<OpenReport>);
    let step = use_state(|| READING);
    let is_wanted =
        state.keeping != Keeping::Opening && state.catalog.entries.is_empty() && state.progress.is_none();
    {
        let (step, host, report) = (step.clone(), host.clone(), report.clone());
        use_effect_with((*step, is_wanted), move |(now, is_wanted)| {
            let now = *now;
            // Each step is a task of its own, so that a click or a drop between them waits for one of them at most.
            let timer = (*is_wanted && now < WARM).then(|| {
                page::after(0, move || {
                    match now {
                        READING => drop(read(&specimen(LENGTH))),
                        DRAWING => report.replace(read(&specimen(1)).ok()).map_or((), drop),
                        LAYING_OUT => page::lay_out(host.as_ref().as_ref()),
                        _ => page::mark("warm"),
                    }
                    step.set(now + 1);
                })
            });
            move || drop(timer)
        });
    }
    match (&*report.borrow(), &*host) {
        (Some(report), Some(host)) if is_wanted && *step < WARM => {
            let order = Action::Order { report: report.key.clone(), table: 0, column: 3, add: false };
            let ordered = (*step == ORDERING).then(|| state.apply(order));
            let drawn = report_view(report, ordered.as_ref().unwrap_or(state), files, dispatch);
            create_portal(drawn, host.clone())
        }
        _ => Html::default(),
    }
}

// The steps.
const READING: u8 = 0;
const DRAWING: u8 = 1;
const LAYING_OUT: u8 = 2;
const ORDERING: u8 = 3;
const WARM: u8 = 4;

fn specimen(times: usize) -> KeptFile {
    of_text("研镜.txt".to_owned(), SPECIMEN.repeat(times), 0.0)
}

#[cfg(test)]
mod tests {
    use super::{LENGTH, read, specimen};

    #[test]
    fn every_reader_finds_something_in_the_specimen() {
        let report = read(&specimen(1)).unwrap().report;
        let masthead = &report.masthead;
        let found = [
            masthead.broker.is_some(),
            masthead.title.is_some(),
            masthead.date.is_some(),
            masthead.rating.is_some(),
            !masthead.analysts.is_empty(),
        ];
        assert_eq!(found, [true; 5]);
        assert_eq!((report.tables.len(), report.rating_scales.len()), (1, 1));
        assert_eq!(report.rating_scales[0].bands.len(), 4);
        assert!(!report.picks.is_empty() && !report.risks.is_empty());
        let length = specimen(LENGTH).bytes.len();
        assert!((5_000..20_000).contains(&length), "{length} bytes are no usual report");
    }
}
