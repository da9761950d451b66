//! What the library writes is what others read: the JSON of a backup's list.

use proptest::prelude::{any, prop_assert_eq, proptest};
use yanjing::library::{
    backup::{list, paths},
    json::{Json, quoted},
    record::Record,
};

proptest! {
    #[test]
    fn a_string_is_the_same_here_and_elsewhere(text in any::<String>()) {
        prop_assert_eq!(serde_json::from_str::<String>(&quoted(&text)).unwrap(), text.clone());
        let other = serde_json::to_string(&text).unwrap();
        prop_assert_eq!(Json::parsed(&other), Some(Json::Text(text)));
    }

    #[test]
    fn the_list_of_a_backup_is_json(names in proptest::collection::vec(any::<String>(), 0..5)) {
        let records: Vec<Record> =
            names.iter().map(|name| Record { name: name.clone(), labels: vec![name.clone()], ..Record::default() }).collect();
        let list: serde_json::Value = serde_json::from_str(&list(&records, &paths(&records))).unwrap();
        let read = list["files"].as_array().unwrap();
        let read: Vec<_> = read.iter().map(|file| (file["name"].as_str(), file["labels"][0].as_str())).collect();
        prop_assert_eq!(read, names.iter().map(|name| (Some(name.as_str()), Some(name.as_str()))).collect::<Vec<_>>());
    }
}
