//! Time-stamps against an authority of the test's own, over HTTP on the loopback.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::authority::{LocalAuthority, Signer, ok, openssl_is_there, serve};
use crate::sample::{add, open_lock, write, write_locked};
use argine_seal::{
    CheckId, Expectation, Remark, StampError, StampState, TimeStamp, TrustRoots, Verdict, stamp_request,
};
use argine_vault::{Authority, Case, VaultError, ask_authority, stamp_nonce};

fn verify(case: &Case, roots: Option<&str>) -> Verdict {
    let roots = roots.map(|pem| TrustRoots::parse(pem).expect("certificates"));
    case.verify(&Expectation { key: None, root: None, roots }).expect("judged")
}

/// The whole way: ask, check, keep.
fn stamp(case: &Case, authority: &LocalAuthority, signer: Signer) -> Result<(), VaultError> {
    let root = case.root(None)?;
    let nonce = stamp_nonce()?;
    let request = stamp_request(root.digest(), nonce).map_err(VaultError::Stamp)?;
    let answer = authority.answer(signer, &request);
    let (address, thread) = serve(move |posted| {
        assert_eq!(posted, request);
        ok(&answer)
    });
    let answer = ask_authority(&address.parse()?, &stamp_request(root.digest(), nonce).map_err(VaultError::Stamp)?)?;
    let head = thread.join().expect("served");
    assert!(head.starts_with("POST /tsr HTTP/1.1\r\n"), "{head}");
    assert!(head.to_lowercase().contains("content-type: application/timestamp-query"), "{head}");
    assert!(!head.to_lowercase().contains("argine") && !head.contains("ureq"), "nothing says who asks: {head}");
    case.stamp(&root, &answer, Some(nonce))
}

#[test]
fn a_request_is_what_openssl_asks_and_nothing_more() {
    if !openssl_is_there() {
        return;
    }
    let (folder, target) = crate::sample::scratch();
    write(&target);
    let root = Case::plain(&target).expect("plain").root(None).expect("a root");
    let request = stamp_request(root.digest(), stamp_nonce().expect("random")).expect("encoded");
    let file = folder.path().join("request.tsq");
    fs::write(&file, &request).expect("written");
    let output = Command::new("openssl").args(["ts", "-query", "-text", "-in"]).arg(&file).output().expect("openssl");
    let text = String::from_utf8_lossy(&output.stdout);
    assert!(text.contains("Hash Algorithm: sha256") && text.contains("Certificate required: yes"), "{text}");
    assert!(text.contains("Nonce: 0x") && text.contains("Extensions:"), "{text}");
    // Digest, nonce, the wish for a certificate: nothing else has room.
    assert!(request.len() <= 70, "{} bytes", request.len());
}

#[test]
fn a_case_is_stamped_by_several_authorities_and_openssl_agrees() {
    if !openssl_is_there() {
        return;
    }
    let authority = LocalAuthority::new();
    let (_folder, target) = crate::sample::scratch();
    write(&target);
    let case = Case::plain(&target).expect("plain");
    assert_eq!(verify(&case, None).remarks, [Remark::NotStamped]);
    assert_eq!(verify(&case, None).seals[0].stamp, StampState::NotStamped);
    for signer in [Signer::Good, Signer::Rsa] {
        stamp(&case, &authority, signer).expect("stamped");
    }
    let unproved = verify(&case, None);
    assert!(unproved.is_intact());
    assert_eq!(unproved.seals[0].stamp, StampState::Unproved);
    let verdict = verify(&case, Some(&authority.roots_pem()));
    assert!(verdict.is_intact(), "{:?}", verdict.paths());
    assert_eq!(verdict.seals[0].stamp, StampState::Trusted);
    let names: Vec<_> = verdict.seals[0].stamps.iter().map(|stamp| stamp.authority.clone().expect("named")).collect();
    assert_eq!(names, ["Marche di prova good", "Marche di prova rsa"]);
    for number in [1, 2] {
        let stamp = |kind| format!("seal/1/stamp-{number}.{kind}");
        let mut openssl = Command::new("openssl");
        openssl.current_dir(&target).args(["ts", "-verify", "-data", "seal/1/root.txt", "-in", &stamp("tsr")]);
        openssl.arg("-CAfile").arg(authority.roots()).args(["-untrusted", &stamp("pem")]);
        let output = openssl.output().expect("openssl");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    }
    let mut listed = Command::new("sh");
    listed.args(["-c", "grep stamp- seal/1/status.txt | sha256sum -c"]).current_dir(&target);
    assert!(listed.output().expect("a shell").status.success());
}

#[test]
fn a_later_seal_holds_the_stamps_of_the_earlier_ones() {
    if !openssl_is_there() {
        return;
    }
    let authority = LocalAuthority::new();
    let (_folder, target) = crate::sample::scratch();
    write(&target);
    stamp(&Case::plain(&target).expect("plain"), &authority, Signer::Good).expect("stamped");
    add(&Case::plain(&target).expect("plain"));
    let case = Case::plain(&target).expect("plain");
    let verdict = verify(&case, Some(&authority.roots_pem()));
    assert!(verdict.is_intact(), "{:?}", verdict.paths());
    // The case was sealed on a day of its own and the authority has the machine's clock: that the first stamp came late is true, too.
    assert!(verdict.remarks.contains(&Remark::NotStamped), "the last seal is not stamped");
    // The same seal can be stamped once more.
    let root = case.root(Some(1)).expect("the first");
    let request = stamp_request(root.digest(), stamp_nonce().expect("random")).expect("encoded");
    case.stamp(&root, &authority.answer(Signer::Rsa, &request), None).expect("stamped");
    assert!(verify(&case, None).is_intact());
    for name in ["seal/1/stamp-1.tsr", "seal/1/stamp-1.pem", "seal/1/stamp-2.tsr", "seal/1/stamp-2.pem"] {
        fs::remove_file(target.join(name)).expect("removed");
    }
    fs::write(target.join("seal/1/status.txt"), "not time-stamped\n").expect("written");
    let verdict = verify(&case, None);
    let chain = verdict.check(CheckId::SealChain).expect("made").paths();
    assert_eq!(chain, ["seal/1/stamp-1.pem", "seal/1/stamp-1.tsr"], "what the second seal saw cannot vanish");
}

#[test]
fn what_does_not_stand_is_named_and_not_kept() {
    if !openssl_is_there() {
        return;
    }
    let authority = LocalAuthority::new();
    let (_folder, target) = crate::sample::scratch();
    write(&target);
    let before = crate::sample::tree(&target);
    let case = Case::plain(&target).expect("plain");
    let root = case.root(None).expect("a root");
    let nonce = stamp_nonce().expect("random");
    let request = stamp_request(root.digest(), nonce).expect("encoded");
    let other = stamp_request(argine_model::Sha256::of(b"other"), nonce).expect("encoded");
    let replayed = stamp_request(root.digest(), argine_seal::StampNonce([1; 8])).expect("encoded");
    let good = authority.answer(Signer::Good, &request);
    let sha1 = authority.request_of_openssl(&target.join("seal/1/root.txt"), "-sha1");
    let flipped = |from_end: usize| {
        let mut answer = good.clone();
        let place = answer.len() - from_end;
        answer[place] ^= 1;
        answer
    };
    for (what, answer, expected) in [
        ("wrong hash", authority.answer(Signer::Good, &other), StampError::WrongImprint),
        ("wrong nonce", authority.answer(Signer::Good, &replayed), StampError::WrongNonce),
        ("SHA-1 imprint", authority.answer(Signer::Good, &sha1), StampError::WeakHash),
        ("SHA-1 certificate name", authority.answer(Signer::Sha1, &request), StampError::WeakHash),
        ("expired", authority.answer(Signer::Expired, &request), StampError::Expired),
        ("signature", flipped(3), StampError::BadSignature),
        ("empty", Vec::new(), StampError::Malformed),
        ("a web page", b"<html>login</html>".to_vec(), StampError::Malformed),
        ("cut", good[..good.len() / 2].to_vec(), StampError::Malformed),
        ("trailing bytes", [good.as_slice(), b"x"].concat(), StampError::Malformed),
        // PKIStatusInfo: rejection (2), no token.
        ("refused", vec![0x30, 0x05, 0x30, 0x03, 0x02, 0x01, 0x02], StampError::Refused),
    ] {
        match case.stamp(&root, &answer, Some(nonce)) {
            Err(VaultError::Stamp(error)) => assert_eq!(error, expected, "{what}"),
            other => assert!(matches!(other, Err(VaultError::Stamp(_))), "{what}: {other:?}"),
        }
    }
    assert_eq!(crate::sample::tree(&target), before);
    // No byte of an answer can be changed into another answer that says something else; none makes the reader break.
    for index in 0..good.len() {
        let mut answer = good.clone();
        answer[index] ^= 0x01;
        if let Ok(stamp) = TimeStamp::read(&answer, root.digest(), Some(nonce)) {
            let truth = TimeStamp::read(&good, root.digest(), Some(nonce)).expect("good");
            assert_eq!(stamp.time(), truth.time(), "byte {index}");
        }
    }
    let untrusted = LocalAuthority::new();
    case.stamp(&root, &good, Some(nonce)).expect("stamped");
    let verdict = verify(&case, Some(&untrusted.roots_pem()));
    assert_eq!(verdict.seals[0].stamps[0].problem, Some(StampError::Untrusted));
    assert_eq!(verdict.check(CheckId::TimeStamps).expect("made").paths(), ["seal/1/stamp-1.tsr"]);
    assert_eq!(verdict.seals[0].stamp, StampState::Unproved);
}

#[test]
fn a_certificate_for_something_else_is_refused() {
    if !openssl_is_there() {
        return;
    }
    let authority = LocalAuthority::new();
    let (_folder, target) = crate::sample::scratch();
    write(&target);
    let root = Case::plain(&target).expect("plain").root(None).expect("a root");
    let nonce = stamp_nonce().expect("random");
    let request = stamp_request(root.digest(), nonce).expect("encoded");
    // openssl itself will not sign with such a certificate: it only has to be in the way of the reader.
    let read = std::panic::catch_unwind(|| authority.answer(Signer::WrongPurpose, &request));
    let answer = read.unwrap_or_default();
    let expected = if answer.is_empty() { StampError::Malformed } else { StampError::WrongPurpose };
    assert_eq!(TimeStamp::read(&answer, root.digest(), Some(nonce)).map(|_| ()), Err(expected));
}

#[test]
fn authorities_that_cannot_be_reached_are_told_and_nothing_changes() {
    let (_folder, target) = crate::sample::scratch();
    write(&target);
    let before = crate::sample::tree(&target);
    let port = std::net::TcpListener::bind("127.0.0.1:0").expect("a port").local_addr().expect("an address");
    let gone: Authority = format!("http://{port}/").parse().expect("an address");
    assert!(matches!(ask_authority(&gone, b"x"), Err(VaultError::Unreachable { .. })));
    let head =
        |status: &str| format!("HTTP/1.1 {status}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n").into_bytes();
    let redirect =
        b"HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/elsewhere\r\nContent-Length: 0\r\n\r\n".to_vec();
    let endless = [b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n".as_slice(), &vec![b'x'; 2 * 1024 * 1024]].concat();
    for answer in [head("500 Broken"), head("404 Not Found"), redirect, endless, b"SSH-2.0\r\n".to_vec()] {
        let (address, thread) = serve(move |_| answer);
        let asked = ask_authority(&address.parse().expect("an address"), b"x");
        assert!(matches!(asked, Err(VaultError::Unreachable { .. })), "{asked:?}");
        drop(thread.join());
    }
    for address in
        ["", "ftp://a/", "http://", "http:///tsr", "file:///etc/passwd", "http://a b/", "https://me:secret@a/"]
    {
        assert!(matches!(address.parse::<Authority>(), Err(VaultError::NoAuthority(_))), "{address}");
    }
    assert_eq!(crate::sample::tree(&target), before);
}

#[test]
fn a_locked_case_is_stamped_without_being_unpacked() {
    if !openssl_is_there() {
        return;
    }
    let authority = LocalAuthority::new();
    let (_folder, target) = crate::sample::scratch();
    write_locked(&target);
    let case = open_lock(&target);
    stamp(&case, &authority, Signer::Good).expect("stamped");
    let verdict = verify(&case, Some(&authority.roots_pem()));
    assert!(verdict.is_intact());
    assert_eq!(verdict.seals[0].stamp, StampState::Trusted);
    assert!(!Path::new(&target).join("seal").exists());
}
