//! No function gives out, keeps or makes media of somebody who is, or may be, under 18: every public one that could is
//! walked here, with media under every disguise.

use super::locked::{key_of, lock};
use super::*;
use crate::{Case, Handover};

/// What must never be found outside of where it was.
const PICTURE: &[u8] = b"\xff\xd8\xff\xe0 JFIF the picture of somebody \xff\xd9";

/// A picture that is called what it is, called something else, inside containers, and unlisted.
fn disguises() -> Vec<Exhibit> {
    let mut named = Vec::new();
    for (name, class) in [
        ("foto.jpg", MediaClass::Image),
        ("foto.txt", MediaClass::Image),
        ("foto.jpg", MediaClass::Text),
        ("clip.mp4", MediaClass::Video),
        ("voce.opus", MediaClass::Audio),
        ("modulo.pdf", MediaClass::Document),
        ("export.zip", MediaClass::Archive),
        ("senza-nome", MediaClass::Unknown),
    ] {
        named.push(exhibit(1, name, PICTURE, class));
    }
    let mut mail = exhibit(1, "mail.eml", PICTURE, MediaClass::Text);
    mail.members = vec![member(&["allegato.jpg"], PICTURE, MediaClass::Image)];
    let mut archive = exhibit(1, "chat.zip", PICTURE, MediaClass::Archive);
    archive.members =
        vec![member(&["chat.txt"], b"words", MediaClass::Text), member(&["a", "b.bin"], PICTURE, MediaClass::Unknown)];
    named.extend([mail, archive]);
    named
}

fn holds_the_picture(folder: &Path) -> Vec<String> {
    let with = |bytes: &Vec<u8>| bytes.windows(PICTURE.len()).any(|window| window == PICTURE);
    tree(folder).into_iter().filter(|(_, bytes)| bytes.as_ref().is_some_and(with)).map(|(path, _)| path).collect()
}

fn handover(exhibit: &Exhibit) -> Handover {
    Handover {
        name: exhibit.name.clone(),
        size: exhibit.size,
        class: exhibit.class,
        acquisition: exhibit.acquisition,
        members: exhibit.members.clone(),
        handling: OriginalHandling::Copied,
    }
}

#[test]
fn no_writer_and_no_editor_takes_the_picture_in() {
    for age in [AgeClass::Minor, AgeClass::MinorPossible] {
        for exhibit in disguises() {
            let (folder, target) = scratch();
            let mut writer = CaseWriter::begin(&target, header(age)).expect("begun");
            let what = format!("{} as {:?}, {age:?}", exhibit.name, exhibit.class);
            let added = writer.add_original(&exhibit, PICTURE, handed_over());
            assert!(matches!(added, Err(VaultError::MediaForbidden(_))), "{what}");
            let taken = writer.take_original(handover(&exhibit), PICTURE, handed_over()).expect("a digest is kept");
            assert_eq!((taken.handling, taken.sha256), (OriginalHandling::HashOnly, Sha256::of(PICTURE)), "{what}");
            for inside in exhibit.members.iter().filter(|inside| inside.may_show_a_person()) {
                let added = writer.add_member(taken.id, &inside.path, PICTURE, now());
                assert!(matches!(added, Err(VaultError::MediaForbidden(_))), "{what}");
            }
            for name in ["thumbnail.jpg", "frame.png", "preview.bin", "table.json"] {
                let added = writer.add_derived(name, PICTURE, &[taken.id], now());
                assert!(matches!(added, Err(VaultError::MediaForbidden(_))), "{what}: {name}");
            }
            assert!(writer.add_derived("blurred.webp", b"", &[taken.id], now()).is_err(), "{what}: by its name");
            writer.seal(now(), &key()).expect("sealed");

            let case = Case::plain(&target).expect("plain");
            assert_eq!(case.items().expect("records").age(), age);
            let mut editor = case.edit("argine 0.2.0".parse().expect("a tool"), Custodian::Guardian).expect("open");
            let again = Exhibit { id: ExhibitId(9), ..exhibit.clone() };
            assert!(matches!(editor.add_original(&again, PICTURE, handed_over()), Err(VaultError::MediaForbidden(_))));
            let taken = editor.take_original(handover(&exhibit), PICTURE, handed_over()).expect("a digest is kept");
            assert_eq!(taken.handling, OriginalHandling::HashOnly);
            assert!(editor.add_derived("thumbnail.jpg", PICTURE, &[taken.id], now()).is_err());
            editor.seal(now(), &key()).expect("sealed");
            case.copy_as_bag(&folder.path().join("copia")).expect("copied");
            case.copy_as_vault(&folder.path().join("vault"), &lock()).expect("copied");
            assert_eq!(holds_the_picture(folder.path()), Vec::<String>::new(), "{what}");
        }
    }
}

/// A case that another program wrote, or that was written for an adult and relabelled: what it holds does not come out.
#[test]
fn no_reader_and_no_copy_gives_the_picture_out() {
    let photo = exhibit(1, "foto.jpg", PICTURE, MediaClass::Image);
    let (folder, target) = scratch();
    let mut writer = CaseWriter::begin(&target, header(AgeClass::Adult)).expect("begun");
    writer.add_original(&photo, PICTURE, handed_over()).expect("of an adult, asked for");
    writer.add_derived("thumbnail.jpg", PICTURE, &[ExhibitId(1)], now()).expect("of an adult");
    writer.seal(now(), &key()).expect("sealed");
    let paths =
        ["data/originals/0001-foto.jpg", "data/derived/thumbnail.jpg"].map(|path| path.parse().expect("a path"));
    let adult = Case::plain(&target).expect("plain");
    for path in &paths {
        assert_eq!(adult.read(path).expect("of an adult"), PICTURE);
    }
    for age in ["minor", "minor_possible"] {
        let forged = folder.path().join(age);
        forge(&target, &forged, age);
        let case = Case::plain(&forged).expect("plain");
        assert!(case.verify(&Expectation::default()).expect("judged").is_intact(), "sealed by somebody's own key");
        for path in &paths {
            assert!(matches!(case.read(path), Err(VaultError::MediaForbidden(_))), "{path}");
        }
        for (name, result) in [
            ("bag", case.copy_as_bag(&folder.path().join("bag")).map(drop)),
            ("vault", case.copy_as_vault(&folder.path().join("vault"), &lock()).map(drop)),
            ("filing", crate::filing_set(&case, &folder.path().join("filing"), |_| String::new()).map(drop)),
            ("lock", case.lock(&lock())),
        ] {
            assert!(matches!(result, Err(VaultError::MediaForbidden(_))), "{name}: {result:?}");
        }
        assert!(!folder.path().join("bag").exists() && !folder.path().join("vault").exists());
        assert!(!folder.path().join("filing").exists());
    }
    // A vault of an adult's case opens with its media: the guard is about age, not about locks.
    adult.lock(&lock()).expect("locked");
    assert_eq!(Case::unlock(&target, &key_of()).expect("unlocked").read(&paths[0]).expect("of an adult"), PICTURE);
}

/// Seals the payload of a case again under another age, as another program could.
fn forge(from: &Path, to: &Path, age: &str) {
    use argine_seal::{CustodyLog, ItemLog, SealRequest, seal};
    let text = fs::read_to_string(from.join(names::ITEMS)).expect("there").replacen("adult", age, 1);
    let items = ItemLog::parse(text.as_bytes()).expect("records");
    let payload: Vec<_> = items.payload().into_values().collect();
    let sealed = seal(
        SealRequest {
            case: &"ARG-1".parse().expect("a case number"),
            tool: &"other 1".parse().expect("a tool"),
            time: now(),
            by: Custodian::AffectedPerson,
            payload: &payload,
            items: &items,
            custody: CustodyLog::default(),
            pages: &header(AgeClass::Adult).pages,
            previous: None,
            stamps: &[],
        },
        &key(),
    )
    .expect("sealed");
    for file in &payload {
        let place = to.join(file.path.as_str());
        fs::create_dir_all(place.parent().expect("a folder")).expect("made");
        fs::copy(from.join(file.path.as_str()), place).expect("copied");
    }
    for file in sealed.files {
        let place = to.join(file.path.as_str());
        fs::create_dir_all(place.parent().expect("a folder")).expect("made");
        fs::write(place, file.bytes).expect("written");
    }
}
