//! A table's tools, and what they make of it. What the tools open is drawn and worked out by the module of the workbench,
//! which is asked for when a reader first uses one, or when a remembered arrangement needs it.

use std::{cell::RefCell, rc::Rc};

use yew::{Callback, Html, InputEvent, MouseEvent, hook, html, platform::spawn_local, use_effect_with, use_memo, use_mut_ref, use_state};

use super::{screen::Dispatch, table_grid::ByAddress};
use crate::{
    browser::{
        fields, page, settings,
        workbench::{self, Desk},
    },
    model::{report::Report, table::TableBlock},
    text::hash,
    view::{
        library::ReportKey,
        settings::Language,
        state::{Action, Arranged},
        words::phrases,
        workbench::{
            dressing::Dressing,
            edit::GridEdit,
            parcel::{Answer, Wrapping, dress_of_bytes},
            projection::Projection,
        },
    },
};

/// How many rows are wrapped up between two looks at the clock.
const RUN: usize = 2_000;

/// The longest that wrapping may keep the page from painting, in milliseconds.
const SLICE: f64 = 8.0;

/// A table on whose card the tools stand.
#[derive(Clone, PartialEq)]
pub struct Workpiece {
    /// The report.
    pub report: ReportKey,
    /// The table's index in it.
    pub index: usize,
    /// The report itself.
    pub source: Rc<Report>,
    /// The table.
    pub table: ByAddress,
    /// What was chosen for it.
    pub arranged: Arranged,
    /// All of it, in its order.
    pub printed: Rc<Projection>,
    /// The language.
    pub language: Language,
    /// Where actions go.
    pub dispatch: Dispatch,
}

/// What the tools made of a table.
pub struct Workbench {
    /// What the grid shows.
    pub projection: Rc<Projection>,
    /// How cells are shown that are not as printed.
    pub dressing: Option<Dressing>,
    /// Where the grid's own edits go.
    pub onedit: Callback<GridEdit>,
    /// The tools.
    pub tools: Html,
}

/// What is to be done once the table lies on a desk.
type Waiting = Rc<RefCell<Vec<Box<dyn FnOnce(&Desk)>>>>;

/// The tools of a table and what they made of it.
#[hook]
pub fn use_workbench(piece: Workpiece) -> Workbench {
    let desk = use_state(|| None::<Rc<Desk>>);
    let waiting: Waiting = (*use_state(Waiting::default)).clone();
    let is_opening = use_mut_ref(|| false);
    let shape = use_memo(piece.table.clone(), |table| shape(&table.0));
    let is_english = piece.language == Language::English;

    let with_desk = {
        let (desk, waiting, piece) = (desk.clone(), waiting.clone(), piece.clone());
        Rc::new(move |act: Box<dyn FnOnce(&Desk)>| {
            if let Some(desk) = &*desk {
                act(desk);
                return;
            }
            waiting.borrow_mut().push(act);
            if !is_opening.replace(true) {
                let (desk, piece, is_opening) = (desk.clone(), piece.clone(), is_opening.clone());
                spawn_local(async move {
                    desk.set(open(&piece).await.map(Rc::new));
                    is_opening.replace(false);
                });
            }
        })
    };
    // A table that was read on is another one.
    {
        let desk = desk.clone();
        use_effect_with(piece.table.clone(), move |_| {
            move || desk.set(None)
        });
    }
    let answer = {
        let key = (desk.as_ref().map(Rc::as_ptr), piece.arranged.choices.clone(), piece.printed.clone(), is_english);
        let desk = desk.clone();
        use_memo(key, move |(_, choices, printed, _)| {
            let desk = desk.as_ref().filter(|_| !choices.is_empty())?;
            Some(Answer::of_bytes(&desk.arrange(choices, printed.printed_rows(), is_english)))
        })
    };
    {
        let (with_desk, waiting, shape) = (with_desk.clone(), waiting.clone(), shape.clone());
        let (choices, printed, answer) = (piece.arranged.choices.clone(), piece.printed.clone(), answer.clone());
        let key = (desk.as_ref().map(Rc::as_ptr), choices.clone());
        let desk = desk.clone();
        let is_first = use_mut_ref(|| true);
        use_effect_with(key, move |_| {
            match &*desk {
                None if !choices.is_empty() => with_desk(Box::new(|_| ())),
                None => {}
                Some(desk) => {
                    if choices.is_empty() {
                        // The panels must know it too.
                        let _ = desk.arrange("", printed.printed_rows(), is_english);
                    }
                    for act in waiting.take() {
                        act(desk);
                    }
                }
            }
            let remembered = (*answer).as_ref().map(|answer| answer.remembered.clone());
            if !is_first.replace(false) && (remembered.is_some() || choices.is_empty()) {
                settings::set(&shape, &remembered.unwrap_or_default());
            }
        });
    }
    {
        let (piece, shape) = (piece.clone(), shape.clone());
        use_effect_with((), move |()| {
            if let Some(choices) = settings::get(&shape).filter(|choices| !choices.is_empty()) {
                let Workpiece { report, index, dispatch, .. } = piece;
                dispatch.emit(Action::Remember { report, table: index, choices: choices.into() });
            }
        });
    }
    {
        let counted = (*answer).as_ref().map(|answer| (answer.projection.passing, answer.projection.total));
        let (dispatch, is_first) = (piece.dispatch.clone(), use_mut_ref(|| true));
        use_effect_with(counted, move |counted| {
            if let (false, Some((passing, total))) = (is_first.replace(false), *counted) {
                dispatch.emit(Action::Counted(passing as usize, total as usize));
            }
        });
    }
    let onedit = {
        let with_desk = with_desk.clone();
        Callback::from(move |edit: GridEdit| with_desk(Box::new(move |desk| edit_on(desk, edit))))
    };
    let dressing = {
        let key = (answer.clone(), desk.as_ref().map(Rc::as_ptr));
        let desk = desk.clone();
        use_memo(key, move |(answer, _)| {
            let desk = desk.as_ref().filter(|_| (**answer).as_ref().is_some_and(|answer| answer.is_dressed))?.clone();
            Some(Dressing::new(move |row| dress_of_bytes(&desk.dress(row))))
        })
    };
    let projection = use_memo(answer.clone(), |answer| (**answer).as_ref().map(|answer| Rc::new(answer.projection.clone())));
    Workbench {
        projection: (*projection).clone().unwrap_or_else(|| piece.printed.clone()),
        dressing: (*dressing).clone(),
        onedit,
        tools: tools(&piece, (*answer).as_ref(), &*with_desk),
    }
}

/// Wraps the table up and lays it on a desk, in slices of time.
async fn open(piece: &Workpiece) -> Option<Desk> {
    let Workpiece { report, index, dispatch, .. } = piece.clone();
    if !workbench::load().await {
        dispatch.emit(Action::ModuleMissing);
        return None;
    }
    let table = &piece.table.0;
    let mut wrapping = Wrapping::begin(&piece.source, table);
    let mut slice_start = page::now_milliseconds();
    while !wrapping.wrap_on(table, RUN) {
        if page::now_milliseconds() - slice_start > SLICE {
            page::painted().await;
            slice_start = page::now_milliseconds();
        }
    }
    Desk::open(&wrapping.bytes(table), move |word, text| {
        let (report, choices) = (report.clone(), text.as_str().into());
        match word.as_str() {
            "arrange" => dispatch.emit(Action::Arrange { report, table: index, choices, joins: false }),
            "type" => dispatch.emit(Action::Arrange { report, table: index, choices, joins: true }),
            _ => dispatch.emit(Action::Say(text)),
        }
    })
}

fn edit_on(desk: &Desk, edit: GridEdit) {
    match edit {
        GridEdit::Move { column, position } => desk.act("move", [column, position, 0, 0]),
        GridEdit::Resize { column, width } => desk.act("resize", [column, width.unwrap_or_default(), 0, 0]),
        GridEdit::Toggle(group) => desk.act("toggle", [group, 0, 0, 0]),
        GridEdit::Menu { column, anchor } => desk.show("column", &anchor, Some(column)),
        GridEdit::Copy { rows, columns } => {
            let numbers = [rows.start, rows.end, columns.start, columns.end].map(|number| number as u32);
            desk.act("copy", numbers);
        }
    }
}

/// Under which name the arrangement of tables of this shape is kept: by headers and kinds of the columns.
fn shape(table: &TableBlock) -> String {
    let mut shape = String::new();
    for column in &table.columns {
        column.path.iter().for_each(|part| shape.push_str(part));
        shape.push(char::from(b'a' + column.kind as u8));
    }
    let mut name = hash::key(shape.as_bytes());
    name.insert_str(0, "table.");
    name
}

fn tools(piece: &Workpiece, answer: Option<&Answer>, with_desk: &(impl Fn(Box<dyn FnOnce(&Desk)>) + Clone + 'static)) -> Html {
    let Workpiece { report, index, arranged, language, dispatch, .. } = piece;
    let (words, index) = (language.words(), *index);
    let panels = [
        ("filter", words.filter),
        ("columns", words.columns),
        ("group", words.group),
        ("look", words.look),
        ("chart", words.chart),
        ("export", words.export),
    ];
    let button = |(panel, label): (&'static str, &'static str)| {
        let (with_desk, id) = (with_desk.clone(), format!("t{index}-{panel}"));
        let anchor = id.clone();
        let onclick = move |_: MouseEvent| {
            let anchor = anchor.clone();
            with_desk(Box::new(move |desk| desk.show(panel, &anchor, None)));
        };
        html! { <button type="button" class="tool" {id} aria-haspopup="dialog" {onclick}>{ label }</button> }
    };
    let oninput = {
        let with_desk = with_desk.clone();
        move |event: InputEvent| {
            let typed = fields::value_of(&event);
            with_desk(Box::new(move |desk| desk.search(&typed)));
        }
    };
    let arrange = |choices: &str| {
        let (report, choices): (ReportKey, Rc<str>) = (report.clone(), choices.into());
        dispatch.reform(move |_: MouseEvent| Action::Arrange {
            report: report.clone(),
            table: index,
            choices: choices.clone(),
            joins: false,
        })
    };
    let chip = |(label, without): &(String, String)| {
        let hint = phrases::without(*language, label);
        html! { <button type="button" class="chip" title={hint.clone()} aria-label={hint} onclick={arrange(without)}>{ label }</button> }
    };
    let searched = match answer {
        Some(answer) => Some(answer.searched.clone()),
        None => arranged.choices.is_empty().then(String::new),
    };
    html! {
        <div class="table-tools">
            <div class="tools" role="group" aria-label={words.tools}>
                <input type="search" class="tool-search" id={format!("t{index}-search")} placeholder={words.search_table}
                    aria-label={words.search_table} autocomplete="off" spellcheck="false" value={searched} {oninput} />
                { for panels.map(button) }
            </div>
            if !arranged.choices.is_empty() {
                <p class="chips">
                    if let Some(answer) = answer {
                        if answer.projection.passing < answer.projection.total {
                            <span class="figures shown-of">
                                { phrases::shown_of(*language, answer.projection.passing as usize, answer.projection.total as usize) }
                            </span>
                        }
                        { for answer.chips.iter().map(chip) }
                    }
                    <button type="button" class="text-button reset-table" onclick={arrange("")}>{ words.reset_table }</button>
                </p>
            }
        </div>
    }
}
