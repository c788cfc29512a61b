# The command line: headings, lines, help, problems.

heading-happening = WHAT IS HAPPENING
heading-plan = WHAT TO DO NOW, IN ORDER
heading-never = WHAT NEVER TO DO
heading-helplines = WHO ANSWERS, FREE OF CHARGE
heading-traces = TRACES OF WHO IS BLACKMAILING YOU
heading-unread = WHAT I COULD NOT READ
heading-case = YOUR CASE

label-stage = Where it stands:{" "}
label-urgency = Urgency:{" "}
label-proofs = The three proofs of sexual blackmail
label-tactics = { $count ->
    [one] One move recognised: a known technique, used on many people
   *[other] { $count } moves recognised: known techniques, used on many people
}
label-why = Why it helps:{" "}
label-because = In your case:{" "}
label-helps = Who helps you:{" "}

line-read = { $messages ->
    [one] read 1 message
   *[other] read { $messages } messages
} in { $conversations ->
    [one] 1 conversation
   *[other] { $conversations } conversations
}, from { $files ->
    [one] 1 file
   *[other] { $files } files
}
line-read-span = (from { $first } to { $last }).
line-alternatives = It is not certain. It could also be: { $kinds }.
line-proof-not-found = not found in these messages
line-message = message { $number } · { $time } · { $sender }: “{ $quote }”
line-message-without-words = message { $number } · { $time } · { $sender }: ({ $kind })
line-more-messages = { $count ->
    [one] and in message { $messages }
   *[other] and in messages { $messages }
}
line-against = against it: message { $number }, { $reason }
line-crisis = Your life comes first. If you think of hurting yourself, call the emergency number now or one of the lines below. The rest can wait.
line-fact = { $count ->
    [one] { $fact } (message { $messages })
   *[other] { $fact } (messages { $messages })
}
line-source = Source: { $sources } · checked on { $date }
line-more-sources = { $more ->
    [one] { $first } and another
   *[other] { $first } and { $more } others
}
line-no-checked-source = no source checked yet
line-to-be-confirmed = to be confirmed
line-stale = check overdue, it may have changed
line-trace = { $count ->
    [one] { $check } · { $role } · message { $messages }
   *[other] { $check } · { $role } · messages { $messages }
}
line-more-helplines = { $more ->
    [one] One more is in plan.json, in the case.
   *[other] { $more } more are in plan.json, in the case.
}
line-no-traces = No trace found in the words.
line-other-traces = { $count ->
    [one] One more trace is yours or a service’s: it is in the case.
   *[other] { $count } more traces are yours or services’: they are in the case.
}
line-unread-lines = { $count ->
    [0] Lines not read: none.
    [one] Lines not read: 1.
   *[other] Lines not read: { $count }.
}
heading-outlook = WHAT USUALLY COMES NEXT
line-why = Why: { $reasons }
line-assessed = { $done } of { $files } files assessed.
line-other-conversations = { $count ->
    [one] Another conversation shows signs of alarm: { $names }.
   *[other] { $count } other conversations show signs of alarm: { $names }.
}
line-case-written = The case is in { $case }
line-case-dossier = The police report, ready to complete and sign: { $file }
line-case-verify = How to verify without Argine: { $file }
line-case-check = To check that nothing has changed: argine case verify { $case }
line-case-root = Fingerprint of the seal, to note down when you hand the case over: { $root }
line-case-hash-only = { $count ->
    [one] One file holds images or videos: the case has only its fingerprint. Keep the original where it is and do not delete it.
   *[other] { $count } files hold images or videos: the case has only their fingerprints. Keep the originals where they are and do not delete them.
}
line-case-stamp = The seal has no time-stamp of a third party yet.
line-lint-clean = Packs checked: no problem in { $records } records.

indicator-phone = Phone
indicator-email = E-mail
indicator-handle = User name
indicator-iban = IBAN
indicator-account = Account or code
indicator-card = Card
indicator-crypto = Crypto wallet
indicator-mtcn = Transfer number
indicator-url = Web address
indicator-name = Name
indicator-giftcode = Gift code
check-digits-hold = check digits hold
check-digits-fail = check digits do not hold
check-digits-none = no check digits
role-perpetrator = of who is blackmailing you
role-unknown = not known whose
variety-ada = Cardano
variety-amazon = Amazon
variety-american-express = American Express
variety-bch = Bitcoin Cash
variety-bic = BIC
variety-btc = Bitcoin
variety-btc-testnet = Bitcoin test network
variety-cashlib = Cashlib
variety-codice-fiscale = Codice fiscale (Italian tax code)
variety-cro = CRO of a bank transfer
variety-dash = Dash
variety-diners = Diners Club
variety-discover = Discover
variety-doge = Dogecoin
variety-eth = Ethereum
variety-google-play = Google Play
variety-ip = IP address
variety-itunes = Apple/iTunes
variety-jcb = JCB
variety-look-alike = Imitates a known service
variety-ltc = Litecoin
variety-maestro = Maestro
variety-mastercard = Mastercard
variety-moneygram = MoneyGram
variety-neosurf = Neosurf
variety-netflix = Netflix
variety-paypal = PayPal
variety-paypal-transaction = PayPal payment
variety-paysafecard = Paysafecard
variety-pcs = PCS
variety-playstation = PlayStation
variety-postepay = Postepay
variety-punycode = Name with foreign letters
variety-razer = Razer
variety-remitly = Remitly
variety-ria = Ria
variety-sendwave = Sendwave
variety-shortener = Shortened address
variety-sol = Solana
variety-steam = Steam
variety-ton = TON
variety-toneo = Toneo
variety-transaction = Crypto transaction
variety-transcash = Transcash
variety-trn = TRN of a bank transfer
variety-tron = Tron
variety-unionpay = UnionPay
variety-visa = Visa
variety-western-union = Western Union
variety-xbox = Xbox
variety-xlm = Stellar
variety-xmr = Monero
variety-xrp = XRP (?dt= is the destination tag)
variety-zalando = Zalando
variety-zec = Zcash
heading-part-perpetrator = OF WHO IS BLACKMAILING YOU
heading-part-conduit = ACCOUNTS AND NAMES USED FOR THE MONEY (their holders may know nothing)
heading-part-affected-person = YOURS
heading-part-service = OF SERVICES (helplines, banks, platforms)
heading-part-unknown = NOT KNOWN WHOSE
heading-particular-amount = SUMS OF MONEY
heading-particular-deadline = DEADLINES
heading-particular-day = DAYS
line-particular-message = { $who }, message { $message }
line-particular-byte = byte { $byte }
line-particular = { $more ->
    [0] “{ $raw }” · { $file }: { $place }
    [one] “{ $raw }” · { $file }: { $place } and once more
   *[other] “{ $raw }” · { $file }: { $place } and { $more } more times
}
line-particulars-more = { $count } more are not shown: for all of them use --csv or --json.
line-trace-confidence = confidence { $percent } %
line-trace-listed = On the list “{ $list }” of { $date }
line-trace-where = { $file }: { $each }
line-nobody = no author
reading-joined-lines = joined from several lines
reading-joined-messages = joined from several messages
reading-confusable-characters = letters and digits mixed up in the picture, put right by the check digits
reading-marked-by-app = marked by the app
list-signature = the signature is missing or is not by this key
list-form = it is no list of known values
line-trace-who = { $count ->
    [one] { $who }, message { $messages }
   *[other] { $more ->
        [0] { $who }, messages { $messages }
       *[other] { $who }, messages { $messages } and { $more } more
    }
}
line-trace-bytes = { $count ->
    [one] { $file }: byte { $bytes }
   *[other] { $more ->
        [0] { $file }: bytes { $bytes }
       *[other] { $file }: bytes { $bytes } and { $more } more
    }
}

flag-self-harm = You wrote words that suggest hurting yourself. You are not without help: call 112 now or somebody close.
flag-minor = From your words you may be under 18: there is more help and more protection for you.
flag-physical-danger = There are signs that somebody may harm you in person: if that happens, call 112.
publication-none = Publication: no signs.
publication-threatened = Publication: threatened.
publication-claimed = Publication: they say they did it. Often that is not true.
publication-done = Publication: there are signs that it happened.

help-argine = First response to online sexual blackmail. Everything stays on this device.
help-argine-respond = The main job: reads, recognises, says what to do, seals the proof and prepares the police report.
help-argine-assess = Recognises only: writes no case.
help-argine-screen = First contact: is it a real profile or a lure? Writes nothing and looks nothing up.
help-argine-messages = Shows what was read, message by message.
help-argine-indicators = Finds phones, accounts, addresses and other traces in a text.
help-argine-hash = Computes fingerprints of files, pictures included; nothing leaves this device.
help-argine-match = Says whether what was found is like what is yours, without anything leaving this device.
help-argine-handoff = The sheet for having an image blocked by StopNCII or Take It Down, and where number and PIN are kept.
help-argine-case = The case.
help-argine-case-verify = Says whether anything in the case changed, and what, with a line for each check.
help-argine-knowledge = The packs of facts and steps.
help-argine-knowledge-lint = Checks the packs: sources, dates, languages, words.
help-arg-help = Show this help
help-arg-version = Show the version
help-arg-lang = Language: it or en
help-arg-inputs = Chat exports, zips, mails, texts or folders ("-" for text from the input stream, with indicators only)
help-arg-out = Where to write (for the case: a folder that does not exist yet)
help-arg-age = Age of the affected person; where it is not known, images are never opened
help-arg-country = Country where the person is, two letters
help-arg-date-order = Order of dates in the file: day, month, year (dmy), mdy or ymd
help-arg-screenshots-show-nobody-undressed = Confirms that the pictures handed over are screenshots of chats and show nobody undressed or nearly so: only then are they opened and read
help-arg-me = Your name as it stands in the chat, where Argine cannot tell
help-arg-profile = The profile: a JSON file, a text that you typed, a chat export, or "-" to type it
help-arg-html = Writes a page with the conversation and the findings in its margin
help-arg-opinion = Asks a model on this computer for a second opinion, for example http://127.0.0.1:11434/v1; off unless asked for
help-arg-model = Name of the model
help-arg-timeline = Puts all chats on one line of time
help-arg-zone = Time zone of the person
help-arg-at = Date and time to use instead of the clock, to get the same bytes again
help-arg-from = Who hands the files over: the affected person, a parent or guardian, a representative
help-arg-with-media = Copy images and videos into the case too; counts only for an adult who asks for it
help-arg-key-folder = Folder of this device’s key, with which the seal is signed
help-arg-json = Write data for other programs
help-arg-csv = Writes a CSV table
help-arg-text = Reads files as plain text of any length, not as chats
help-arg-known = Signed list of known values; its signature is in the file beside it that ends with .sig
help-arg-known-key = Public key of who signs the lists: 64 hexadecimal digits
help-arg-case = Folder of the case
help-arg-queries = What was found: pictures, videos, lists of fingerprints or folders
help-arg-against = What is yours: a folder of pictures and videos, a list of fingerprints, an exchange file
help-arg-harmless = List of common, harmless pictures that do not count as a match
help-arg-exchange = Writes the fingerprints for other programs: a list, a page of StopNCII, the frames (vPDQ)
help-arg-service = To whom the fingerprints are handed
help-arg-into = Case into which the sheet, the number and the PIN are written
help-arg-number = Case number received from the service
help-arg-pin = Asks for the PIN, so that it does not stay in the history of commands

line-traces-left-out = { $count } more traces do not fit in the table: use --csv or --json for all of them.

problem-not-found = { $file } is not there: check the name, or drag the file into the window to have it written right.
problem-cannot-open = { $file } cannot be opened ({ $reason }): check that you may read it.
problem-not-a-file = { $file } is neither a file nor a folder: copy the export into an ordinary file first.
problem-too-large = { $file } is larger than { $limit } MiB: export the chat again without media, or name the chat’s file only.
problem-no-files = The folder { $file } is empty: name the folder that holds the export.
problem-out-exists = { $file } exists already and is left alone: choose another name with --out.
problem-cannot-write = { $file } cannot be written ({ $reason }): nothing was left half-way. Check free space and permissions.
problem-same-name = Two files are called { $file } and would give the same result: put them in different folders and assess them apart.
problem-defect = Argine has a defect and stopped without touching your files: { $reason }. Please tell its maintainers.
problem-setting-zone = The time zone “{ $value }” is not known: write it like Europe/Rome.
problem-setting-country = The country “{ $value }” is not clear: use two letters, like it.
problem-setting-at = The date “{ $value }” is not clear: write it like 2026-11-21T03:15.
problem-setting-service = { $value } is for people of 18 and over, who were so in the image: use argine handoff take-it-down.
problem-list = The list { $file } is not used: { $reason }. Ask who gave it to you for the right file and its signature (.sig).
problem-setting-known-key = The key “{ $value }” is not understood: it takes 64 hexadecimal digits.
problem-no-key-folder = There is no place to keep this device’s key: name a folder with --key-folder.

question-date-order = In the chat { $chat } the date { $date } can be read in two ways. Which one is right?
question-date = { $day } { $month } { $year }
question-me = Which of these people are you in the chat { $chat }?
question-choose = Type the number and press Enter. If you do not know, just press Enter:{" "}
question-again = Type only the number of an answer, or press Enter:{" "}
question-screens = { $count ->
    [one] You handed over a picture. Is it a screenshot of a chat that shows nobody undressed or nearly so?
   *[other] You handed over { $count } pictures. Are they screenshots of chats, none of which shows anybody undressed or nearly so?
}
question-screens-yes = Yes, nobody is undressed: they can be read
question-screens-no = No, or I am not sure: they stay closed
line-hash-shut = The picture was not opened: unless the person is said to be of age (--age adult), only fingerprints of the file are computed.
line-hash-quality = Quality of the PDQ fingerprint: { $quality } of 100.
line-hash-private = The fingerprint of an intimate picture is intimate data: do not publish it and do not send it to people you do not know.
line-hash-video = Video: { $count } moments to compare, { $usable } with enough detail.
line-match-against = Compared with { $items } private items, { $count } fingerprints. Everything stays on this device.
line-match-shut = { $count ->
    [one] One file of the set was not opened: without --age adult only SHA-256 and MD5 are compared.
   *[other] { $count } files of the set were not opened: without --age adult only SHA-256 and MD5 are compared.
}
line-match-query-shut = Not opened: without --age adult only SHA-256 and MD5 are compared. A copy that was saved again is not recognised that way.
line-match-withdrawn = { $count ->
    [one] One entry was withdrawn by the person: it is not looked for.
   *[other] { $count } entries were withdrawn by the people: they are not looked for.
}
line-match-refused = Entries not used: { $count }. { $why }
line-match-band = { $band } With: { $file }
line-match-distance = Differing bits: { $distance } of 256. Quality: { $private } yours, { $found } the found one. Found fingerprint: { $print }
line-match-distance-video = Differing bits of frames: { $distance } of 256 (middle value of the best stretch).
line-match-digest = The digest of the file agrees ({ $method }).
line-match-quality-unknown = not stated
line-match-stretch = from { $start } to { $end } in the found video, from { $own-start } to { $own-end } in yours
line-match-list = Compared with { $count } fingerprints: this far away it may be chance.
line-match-none-means = No match does not mean that the image is not out there: a copy that was changed a lot can escape.
line-handoff-written = Written into the case { $case }: { $file }. Whoever opens the case can read number and PIN: keep it to yourself.
line-fingerprints = { $count ->
    [one] Fingerprint taken of one picture, without showing or copying it: the case holds only its first 8 digits.
   *[other] Fingerprints taken of { $count } pictures, without showing or copying them: the case holds only their first 8 digits.
}
line-handoff-paper = If you have the file and want it blocked: { $file }
question-pin = Type the PIN and press Enter (it goes into no log):{" "}
line-order-open = {" "}(before or after the message of another chat beside it: nobody can tell)
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December

help-argine-open = Opens the Argine page in the browser of this computer
help-arg-no-browser = Do not open the browser: only show the address
line-open-address = The page is here, on this computer only: { $address }
line-open-stop = To close it press Ctrl+C.
line-open-no-browser = The browser did not open by itself: copy the address above into its bar.
problem-no-page = This program was built without the page. To have it: cargo xtask web, then cargo build --release again.
