use super::*;

fn random_bytes(length: usize) -> Vec<u8> {
    (0..length).map(|index| u8::try_from(index * 31 % 251).expect("small")).collect()
}

fn close(bytes: &[u8], closing: &Closing<'_>) -> Vec<u8> {
    let mut encryptor = encrypt(Vec::new(), closing).expect("begun");
    for part in bytes.chunks(7_001) {
        encryptor.write_all(part).expect("written");
    }
    encryptor.finish().expect("finished")
}

fn open(bytes: &[u8], opening: Opening<'_>) -> io::Result<Vec<u8>> {
    let mut opened = Vec::new();
    decrypt(bytes, opening)?.read_to_end(&mut opened)?;
    Ok(opened)
}

#[test]
fn what_was_closed_opens_for_each_of_its_keys_and_no_other() {
    let (person, lawyer, stranger) = (
        Identity::generate().expect("random"),
        Identity::generate().expect("random"),
        Identity::generate().expect("random"),
    );
    let chunk = 64 * 1024;
    for length in [0, 1, 1000, chunk - 1, chunk, chunk + 1, 3 * chunk, 3 * chunk + 5] {
        let bytes = random_bytes(length);
        let closed = close(&bytes, &Closing::Recipients(&[person.recipient(), lawyer.recipient()]));
        for identity in [&person, &lawyer] {
            assert_eq!(open(&closed, Opening::Identity(identity)).expect("opened"), bytes, "{length}");
        }
        let refused = open(&closed, Opening::Identity(&stranger)).expect_err("refused");
        assert_eq!(refused.kind(), io::ErrorKind::PermissionDenied);
    }
    let (right, wrong) = (Passphrase::new("sette gatti verdi\n"), Passphrase::new("sette gatti neri"));
    let closed = close(b"key", &Closing::Passphrase(&right, WorkFactor::FOR_TESTS));
    assert_eq!(open(&closed, Opening::Passphrase(&right)).expect("opened"), b"key");
    assert_eq!(
        open(&closed, Opening::Passphrase(&wrong)).expect_err("refused").kind(),
        io::ErrorKind::PermissionDenied
    );
    assert!(open(&closed, Opening::Identity(&person)).is_err());
}

#[test]
fn no_changed_or_cut_file_is_read_to_its_end() {
    let identity = Identity::generate().expect("random");
    let bytes = random_bytes(2 * 64 * 1024 + 100);
    let closed = close(&bytes, &Closing::Recipients(&[identity.recipient()]));
    let begin = closed.len() - bytes.len() - 3 * 16;
    for index in (0..begin).chain((begin..closed.len()).step_by(977)) {
        let mut changed = closed.clone();
        changed[index] ^= 1;
        assert!(open(&changed, Opening::Identity(&identity)).is_err(), "byte {index}");
    }
    for length in [0, 10, begin - 1, begin, begin + 64 * 1024 + 16, closed.len() - 1] {
        assert!(open(&closed[..length], Opening::Identity(&identity)).is_err(), "cut at {length}");
    }
    let chunk = 64 * 1024 + 16;
    let swapped = [
        &closed[..begin],
        &closed[begin + chunk..begin + 2 * chunk],
        &closed[begin..begin + chunk],
        &closed[begin + 2 * chunk..],
    ];
    assert!(open(&swapped.concat(), Opening::Identity(&identity)).is_err());
    assert!(open(&[closed.as_slice(), b"x"].concat(), Opening::Identity(&identity)).is_err());
}

#[test]
fn keys_are_read_as_written_and_never_shown_by_accident() {
    let identity = Identity::generate().expect("random");
    let text = identity.expose();
    assert!(text.starts_with("AGE-SECRET-KEY-1"), "{}", text.len());
    assert!(!format!("{identity:?}{:?}", Passphrase::new("segreta")).contains("SECRET"));
    assert!(!format!("{:?}", Passphrase::new("segreta")).contains("segreta"));
    let sheet = format!("# scheda\n\n  {} {}  \n", &text[..20], &text[20..]);
    assert_eq!(sheet.parse::<Identity>().expect("read").recipient(), identity.recipient());
    let recipient = identity.recipient();
    assert_eq!(recipient.to_string().parse(), Ok(recipient));
    for index in 0..text.len() {
        let mut damaged = text.as_bytes().to_vec();
        damaged[index] = if damaged[index] == b'Q' { b'P' } else { b'Q' };
        assert!(str::from_utf8(&damaged).expect("ASCII").parse::<Identity>().is_err(), "{index}");
    }
    for text in ["", "age1", "AGE-SECRET-KEY-1", &recipient.to_string()] {
        assert!(text.parse::<Identity>().is_err());
    }
    assert!(text.parse::<Recipient>().is_err());
}

#[test]
fn hostile_headers_end_in_an_error() {
    let identity = Identity::generate().expect("random");
    let passphrase = Passphrase::new("x");
    for header in [
        "age-encryption.org/v2\n--- x\n",
        "age-encryption.org/v1\n-> scrypt AAAAAAAAAAAAAAAAAAAAAA 63\nAAAA\n--- x\n",
        "age-encryption.org/v1\n-> scrypt AAAAAAAAAAAAAAAAAAAAAA +9\nAAAA\n--- x\n",
        "age-encryption.org/v1\n-> X25519 AAAA\nAAAA\n--- x\n",
        "age-encryption.org/v1\n->\n\n--- x\n",
        "age-encryption.org/v1\nX25519\n",
        "age-encryption.org/v1\n-> X25519 AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\n--- AAAA\n",
    ] {
        assert!(open(header.as_bytes(), Opening::Identity(&identity)).is_err(), "{header}");
        assert!(open(header.as_bytes(), Opening::Passphrase(&passphrase)).is_err(), "{header}");
    }
    let endless = [b"age-encryption.org/v1\n-> X25519 ".as_slice(), &vec![b'A'; 200_000]].concat();
    assert!(open(&endless, Opening::Identity(&identity)).is_err());
}

/// The program of the format's author reads what is written here, and the other way round.
#[test]
#[expect(clippy::disallowed_methods, reason = "a foreign program is asked")]
fn the_age_program_agrees() {
    use std::process::Command;
    if !Command::new("age").arg("--version").output().is_ok_and(|output| output.status.success()) {
        assert!(std::env::var("CI").as_deref() != Ok("true"), "age is missing");
        println!("SKIPPED: age is not installed, its opinion was not asked");
        return;
    }
    let folder = tempfile::tempdir().expect("a folder");
    let at = |name: &str| folder.path().join(name);
    let identity = Identity::generate().expect("random");
    std::fs::write(at("key.txt"), identity.expose().as_bytes()).expect("written");
    for length in [0, 1, 64 * 1024, 64 * 1024 + 1, 300_000] {
        let bytes = random_bytes(length);
        std::fs::write(at("ours.age"), close(&bytes, &Closing::Recipients(&[identity.recipient()]))).expect("written");
        let theirs =
            Command::new("age").args(["-d", "-i"]).args([at("key.txt"), at("ours.age")]).output().expect("age");
        assert!(theirs.status.success(), "{}", String::from_utf8_lossy(&theirs.stderr));
        assert_eq!(theirs.stdout, bytes);
        std::fs::write(at("plain"), &bytes).expect("written");
        let mut closing = Command::new("age");
        closing.args(["-r", &identity.recipient().to_string(), "-o"]).args([at("theirs.age"), at("plain")]);
        assert!(closing.output().expect("age").status.success());
        let theirs = std::fs::read(at("theirs.age")).expect("there");
        assert_eq!(open(&theirs, Opening::Identity(&identity)).expect("opened"), bytes);
        std::fs::remove_file(at("theirs.age")).expect("removed");
    }
    // A passphrase is typed on a terminal; `script` plays one.
    let typed = |command: &str| {
        let line = format!("printf 'sette gatti\\nsette gatti\\n' | script -qec \"{command}\" /dev/null");
        Command::new("sh")
            .args(["-c", &line])
            .current_dir(folder.path())
            .output()
            .is_ok_and(|output| output.status.success())
    };
    if !typed("true") {
        println!("SKIPPED: no script to play a terminal");
        return;
    }
    let passphrase = Passphrase::new("sette gatti");
    std::fs::write(at("ours.age"), close(b"parole", &Closing::Passphrase(&passphrase, WorkFactor::FOR_TESTS)))
        .expect("written");
    assert!(typed("age -d -o opened ours.age"));
    assert_eq!(std::fs::read(at("opened")).expect("there"), b"parole");
    assert!(typed("age -p -o theirs.age opened"));
    assert_eq!(
        open(&std::fs::read(at("theirs.age")).expect("there"), Opening::Passphrase(&passphrase)).expect("opened"),
        b"parole"
    );
}
