# The seal: verdicts, checks, the page in the case that tells how to verify it, errors of the case on disk.

verdict-intact = { $count ->
    [one] The case is intact: its file has not changed since the seal of { $time }.
   *[other] The case is intact: none of its { $count } files has changed since the seal of { $time }.
}
verdict-changed = The case is NOT as it was sealed. It concerns: { $paths }
verdict-not-stamped = The time of the seal is that of the device: no authority has confirmed it with a time-stamp yet.

# The checks. $paths: the files concerned; $count: how many.
check-changed-pass = Every file has the same bytes as when it was sealed.
check-changed-fail = { $count ->
    [one] One file was changed: { $paths }
   *[other] { $count } files were changed: { $paths }
}
check-missing-pass = No file is missing.
check-missing-fail = { $count ->
    [one] One file is missing: { $paths }
   *[other] { $count } files are missing: { $paths }
}
check-added-pass = There is no extra file.
check-added-fail = { $count ->
    [one] There is one extra file or folder that the seal does not know: { $paths }
   *[other] There are { $count } extra files or folders that the seal does not know: { $paths }
}
check-regular-files-pass = All files are plain files and can be read to the end.
check-regular-files-fail = A link, or a file that cannot be read, stands where a plain file should: { $paths }
check-bag-pass = The description of the case (bagit.txt, bag-info.txt) is the one that was sealed.
check-bag-fail = The description of the case does not fit the seal: { $paths }
check-manifest-pass = The list of digests is the one that was sealed.
check-manifest-fail = The list of digests was damaged or rewritten: { $paths }
check-tag-manifest-pass = The list of service files is there and is the one that was sealed.
check-tag-manifest-fail = The list of service files is missing, damaged or rewritten: { $paths }
check-items-pass = The register of exhibits describes every file, one by one.
check-items-fail = The register of exhibits and the files do not agree: { $paths }
check-custody-pass = The chain of custody holds, line by line.
check-custody-fail = The chain of custody is broken: { $paths }
check-root-pass = The root of the seal is well formed and stands for this case.
check-root-fail = The root of the seal is missing or does not fit the case: { $paths }
check-signature-pass = The signatures of the seal are good.
check-signature-fail = A signature of the seal is not good: { $paths }
check-seal-chain-pass = Each seal names the one before it, and what that one sealed is still there.
check-seal-chain-fail = The series of seals is broken, or something already sealed was removed or rewritten: { $paths }
check-same-key-pass = One key made all the seals.
check-same-key-fail = A seal was made with another key: { $paths }
check-time-stamps-pass = Every time-stamp is of this seal, and good.
check-time-stamps-fail = A time-stamp does not stand: { $paths }
check-format-pass = The case is in a format that this program knows.
check-format-fail = The case says that it is in another format: a newer Argine is needed. { $paths }
check-expected-pass = Key and root are those that you know.
check-expected-fail = Key or root are not those that you know: { $paths }

# README-verify.txt. The program puts in the commands, the same in every language.
seal-page-title =
    HOW TO VERIFY THIS CASE
    =======================
seal-page-what =
    This folder is a case made with Argine. It is also a "bag" as the public
    standard RFC 8493 defines it: it can be checked with tools that every
    technician has, without Argine.

      data/originals/         the files as handed over, copied byte by byte
      data/derived/           what was made from the originals
      records/items.jsonl     what each file is, from where, who handed it over
      records/custody.jsonl   who did what, and when; each line holds the SHA-256
                              of the line before
      seal/                   the seals, numbered from 1
seal-page-proves =
    WHAT THE SEAL PROVES
    The files are the same, byte by byte, that the key in seal/1/key.pem signed.
    No file has been changed, removed or added since then.
seal-page-does-not-prove =
    WHAT IT DOES NOT PROVE
    It does not prove who wrote the messages. It does not prove that a screen
    showed them. It says nothing of what happened before they were handed over. It
    does not prove whose key it is: compare the key, or the SHA-256 of
    seal/1/root.txt, with the one noted when it was handed over. The time is that of
    the clock of the device, as long as seal/1/status.txt says
    "not time-stamped".
seal-page-commands =
    FIVE COMMANDS
    Open a terminal inside this folder, on a system with the GNU tools (Linux, or
    WSL on Windows). Only coreutils, findutils, grep and openssl (version 3 or
    later) are needed.
seal-page-step-1 = Are the files of the case those of the list?
seal-page-answer-1 = Expected answer: "OK" on every line.
seal-page-step-2 = Are the list and the records those of the seal?
seal-page-answer-2 = Expected answer: "OK" on every line.
seal-page-step-3 = Is there a file that no list knows?
seal-page-answer-3 = Expected answer: no line. If a file is named, it is extra or missing.
seal-page-step-4 = Does the seal stand for this very list?
seal-page-answer-4 = Expected answer: "tagmanifest-sha256.txt: OK".
seal-page-step-5 = Is the signature of the seal good?
seal-page-answer-5 = Expected answer: "Signature Verified Successfully".
seal-page-also =
    IF YOU HAVE MINISIGN OR BAGIT
    The same signature and the same lists can also be checked like this.
seal-page-answer-6 = Expected answer: "Signature and comment signature verified".
seal-page-answer-7 = Expected answer: ". is valid". It is not enough alone: it does not see extra files outside data/.
seal-page-stamp =
    IF THERE IS A TIME-STAMP
    If seal/1/status.txt says "time-stamped", an authority has seen the seal and
    signed the time. Get the root certificate of the authority yourself (for
    qualified ones, from the European Commission's list of providers) and save it
    as roots.pem. If the certificate has expired since, add -attime and the time
    of the stamp in seconds since 1970.
seal-page-answer-8 = Expected answer: "Verification: OK". The time: openssl ts -reply -in seal/1/stamp-1.tsr -text
seal-page-more-seals =
    If seal/ holds more numbers, the case was added to and sealed again. Use the
    highest number in place of 1 in the commands. Each seal names the one before
    it, by its SHA-256, in the last line of root.txt.
seal-page-failed =
    IF A CHECK FAILS
    Correct nothing. Make a copy of the folder as it is, note when and where you
    got it, and ask whoever gave it to you for a new copy to compare.

# Errors. $path: the file or folder, or the number of the exhibit.
vault-error-target-exists = Something is already there: { $path }.
vault-hint-target-exists = I have not touched it. Choose another name for the case.
vault-error-busy = Another program is writing { $path }.
vault-hint-busy = Wait until it has finished, then try again.
vault-error-no-place = I cannot create a case at { $path }.
vault-hint-no-place = Check that the folder that should hold it exists.
vault-error-not-writable = I am not allowed to write to { $path }.
vault-hint-not-writable = Choose a folder of your own, for example Documents. Nothing was left half-way.
vault-error-no-space = There is no space left for { $path }.
vault-hint-no-space = Free some space or choose another disk, then try again. Nothing was left half-way.
vault-error-io = The system does not let me use { $path }.
vault-hint-io = Check that the disk is connected and works, then try again. Nothing was left half-way.
vault-error-original-changed = Exhibit { $path } changed while I was copying it.
vault-hint-original-changed = Close the programs that are using it and try again: only an identical copy enters the case.
vault-error-media-forbidden = Exhibit { $path } may hold pictures of people: I keep only its digest.
vault-hint-media-forbidden = Leave the file where it is and send it to nobody: the police will tell you how to hand it over.
vault-error-no-such-member = Exhibit { $path } does not hold the file that was asked for.
vault-hint-no-such-member = Try again with the file as it was handed to you.
vault-error-invalid-name = The name “{ $path }” cannot be used inside a case.
vault-hint-invalid-name = Use only letters without accents, digits, full stop and hyphen.
vault-error-not-a-case = I find no case at { $path }.
vault-hint-not-a-case = Name the folder that holds bagit.txt.
vault-error-not-intact = The case is no longer as it was sealed: { $path }
vault-hint-not-intact = I have added nothing, so as not to cover the change. Keep this copy as it is and look for an intact one.
vault-error-other-key = The case was sealed with another key.
vault-hint-other-key = Open it again on the device that made it.
vault-error-broken-record = The record { $path } cannot be read.
vault-hint-broken-record = Verify the case to learn what has changed.
vault-error-key-damaged = The key of this device, { $path }, is damaged.
vault-hint-key-damaged = Put back the copy that you saved. If you have none, move the damaged file elsewhere: I will make a new one for the next cases. Old cases can still be verified.
vault-error-key-exposed = Other people on this computer can read the key { $path }.
vault-hint-key-exposed = Let only yourself read it (chmod 600), then try again.
vault-error-no-randomness = The system gives me no random numbers to make the key.
vault-hint-no-randomness = Restart the device and try again.
vault-error-locked = The case { $path } is locked.
vault-hint-locked = Type the passphrase, or name the file of the key with --identity.
vault-error-wrong-key = This passphrase, or this key, does not open { $path }.
vault-hint-wrong-key = Check capitals and keyboard, then try again. The recovery sheet opens it too.
vault-error-vault-damaged = The locked case { $path } was damaged or cut.
vault-hint-vault-damaged = Keep this copy as it is and look for one that is intact.
vault-error-half-written = { $path } could not be completed: a file changed while it was copied.
vault-hint-half-written = The case is as it was. Close the programs that use that file and try again.
vault-error-no-such-seal = The case has no seal number { $path }.
vault-hint-no-such-seal = See which seals there are with argine case show.
vault-error-no-such-file = The case holds no { $path }.
vault-hint-no-such-file = See the names with argine case show, and write them as they stand there.
vault-error-not-locked = The case { $path } is not locked.
vault-hint-not-locked = You can lock it with argine case lock.
vault-error-no-authority = “{ $path }” is not the address of an authority.
vault-hint-no-authority = The address begins with http:// or https://. Nothing was sent.
vault-error-unreachable = { $path } cannot be reached ({ $reason }).
vault-hint-unreachable = The case stays valid, without a time-stamp. Try again later or with another authority.
vault-error-stamp = The answer of the authority is no good time-stamp. { $reason }
vault-hint-stamp = Nothing of it was kept. Try again, or choose another authority.
vault-error-seal = I cannot seal the case: { $path }
vault-hint-seal = Nothing was left half-way. Try again; if it happens again, tell whoever looks after Argine.

# Time-stamps.
stamp-error-malformed = The answer is no time-stamp that can be read.
stamp-error-refused = The authority refused the request.
stamp-error-wrong-imprint = The stamp is of something else, not of this seal.
stamp-error-wrong-nonce = The stamp answers another request.
stamp-error-weak-hash = The stamp rests on SHA-1, which is not safe any more.
stamp-error-unsupported = The stamp is signed in a way that this program does not know or accept.
stamp-error-wrong-certificate = The certificate of the authority is missing, or not the one that the signature names.
stamp-error-bad-signature = The signature of the stamp is not good.
stamp-error-wrong-purpose = The certificate is not one for time-stamps.
stamp-error-expired = A certificate was not valid at that moment.
stamp-error-untrusted = The authority is not among those that you trust: no chain leads to a root that was named.
stamp-trusted = Seal { $seal }: stamped { $time } by “{ $authority }”, which leads to a root that you trust.
stamp-unproved = Seal { $seal }: stamped { $time } by one who is called “{ $authority }”. To know whether it truly is that authority, name the roots that you trust with --roots.
remark-not-stamped = No authority has confirmed the time of the last seal yet.
remark-clock-ahead = The clock of the device was fast: seal { $number } states a time after its stamp. The stamp counts.
remark-stamped-late = Seal { $number } was stamped { $hours } hours after the time that it states: for that time only the clock of the device speaks.
remark-clock-went-back = At line { $number } of the chain of custody the clock of the device goes back.

# The page in a locked case. The commands are put in by the program.
vault-page-title = HOW TO OPEN THIS LOCKED CASE
vault-page-what =
    case.tar.age holds the case, encrypted in the public format
    age-encryption.org/v1. identity.age holds its key, under the passphrase.
    Without passphrase and key nobody opens it, not even who wrote Argine.
vault-page-passphrase = With the passphrase and the program age (package "age" in Debian and Ubuntu):
vault-page-key = With the key of the recovery sheet, or of a second recipient, saved in key.txt:
vault-page-warning =
    The command writes the files in plain into the folder case/. When you have
    finished delete it, and remember that a disk may keep traces of it.
