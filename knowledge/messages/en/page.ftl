# The page in the browser: one thing a screen, short sentences, no alarm.

## Frame
page-skip = Go to the content
page-back = Back
page-exit = Exit
page-exit-left = { $count ->
    [one] Press Shift once more to leave.
   *[other] Press Shift { $count } more times to leave.
}
page-exit-leaving = You are leaving.
page-help-bar = Help at any time
page-call-112 = 112
page-crisis-link = I am thinking of ending it
page-menu-link = Index
page-language = Language
page-loading = One moment: it is coming.
page-continue = Continue
page-not-loaded = This part did not arrive
page-not-loaded-explained = Perhaps there is no network. Go back and try again. The help numbers below always work.
page-update = There is a new version of this page.
page-update-reload = Use it now
page-cover-title = Paused
page-cover-resume = Resume
page-on-this-phone = What you put here stays on this device. Nobody receives it and nobody sees it. No account is needed.

## Welcome
page-welcome-title = It is not your fault
page-welcome-lead = Do not pay. You are safe here: we do one thing at a time.
page-welcome-question = What is happening?
page-door-blackmail = I am being blackmailed now
page-door-blackmail-more = Threats, demands for money or for more pictures
page-door-published = It has been published
page-door-published-more = Pictures or videos are out, or so they say
page-door-ex = It is somebody I know
page-door-ex-more = An ex, a partner, a friend, a colleague
page-door-helping = I am helping somebody
page-door-helping-more = A child, a friend, a pupil, anybody
page-door-profile = I have a doubt: is this profile real?
page-welcome-exit = To leave at once: the Exit button at the top, or the Shift key three times. The browser's history remains.
page-welcome-history = How to clear the history

## Somebody known: before typing
page-watched-title = Before you type: who can see this phone?
page-watched-lead = Somebody close can watch a phone or a computer. If you are in doubt, use another device.
page-watched-signs = Ask yourself, calmly
page-watched-sign-1 = Do they know things that you wrote only here?
page-watched-sign-2 = Do they know your codes, or did they give you the phone?
page-watched-sign-3 = Have they had the phone in their hands without you?
page-watched-safer = A safer way
page-watched-safer-1 = Use the phone of somebody you trust, or a computer in a library.
page-watched-safer-2 = Sign in with an account that the person does not know.
page-watched-safer-3 = Do not change things on this phone too quickly: whoever watches may notice.
page-watched-lines = Who helps if you are afraid of somebody
page-watched-go-on = Carry on from here
page-watched-leave = Leave and use another device

## First ten minutes
page-first-title-blackmail = The first ten minutes
page-first-title-published = It has been published: start here
page-first-title-ex = Somebody you know
page-first-title-helping = You are helping somebody
page-first-title-profile = A profile that does not convince
page-first-lead = One step at a time. You can stop whenever you like.
page-first-steps = What to do
page-first-how = Tick what you have done. Tap “How to do it” to see the steps.
page-how = How to do it
page-later = Not now, later
page-undo = Put back among the things to do
page-beware = Take care:
page-done-count = { $count ->
    [one] You have done one thing. That is a good start.
   *[other] You have done { $count } things.
}
page-never-title = What not to do
page-source = Source:
page-source-none = Source: general knowledge.
page-checked = Checked on { $date }.
page-checked-not-confirmed = Checked on { $date }, in part still to be confirmed.
page-month-1 = January
page-month-2 = February
page-month-3 = March
page-month-4 = April
page-month-5 = May
page-month-6 = June
page-month-7 = July
page-month-8 = August
page-month-9 = September
page-month-10 = October
page-month-11 = November
page-month-12 = December
page-list-and = and
page-list-or = or
page-because = In your case: { $reasons }.
page-to-evidence = Keep the evidence safe
page-to-plan = See your plan
page-to-plan-without = I have no chat: ask me a few questions
page-to-conversation = Read the chat with notes
page-to-complaint = Prepare the complaint

## Age
page-age-question = How old are you?
page-age-question-other = How old is the person affected?
page-age-why = It decides which steps are right for you. Under 18, or if you do not say, no image is ever opened.
page-age-missing = Choose an answer. You may also not say.
page-age-under-14 = Under 14
page-age-14-17 = From 14 to 17
page-age-adult = 18 or over
page-age-unknown = I prefer not to say
page-custodian-question = Who are you to the person affected?
page-custodian-guardian = A parent or guardian
page-custodian-representative = Somebody else who helps

## Evidence
page-evidence-title = Keep the evidence safe
page-evidence-lead = Add the chat. The program reads it here, tells you what is happening and what to do.
page-evidence-young = Images are never opened. Only their fingerprint is taken: a row of figures that shows nothing.
page-evidence-pick = Exported chat, zip, e-mail, screenshots
page-pick = Choose files
page-drop = You can also drop them here, or paste them.
page-evidence-paste = Or paste the messages here
page-evidence-paste-add = Add this text
page-evidence-pasted-name = text
page-evidence-list = What you have added
page-evidence-only-here = only on this device
page-evidence-remove = Remove
page-evidence-added = { $count ->
    [one] Added. There is one file.
   *[other] Added. There are { $count } files.
}
page-evidence-removed = Removed: { $name }
page-evidence-pictures = From a screenshot the program takes only the fingerprint. You can type the words in it yourself.
page-to-pictures = Type what can be read
page-evidence-read = Read it and tell me what to do
page-export-title = How to export a chat
page-export-note = Names of menus change over time.
page-export-whatsapp = WhatsApp
page-export-whatsapp-how = Open the chat. Tap the three dots or the name, then “Export chat”, then “Without media”. On Android you can choose this page at once, if you have added it to the home screen.
page-export-telegram = Telegram
page-export-telegram-how = It is done on a computer: open the chat, three dots, “Export chat history”, JSON format, without photos and videos.
page-export-instagram = Instagram, Messenger, Facebook
page-export-instagram-how = In the Accounts Centre choose “Download your information”, only messages, JSON format. It may take a while: meanwhile take screenshots.
page-export-other = Another app
page-export-other-how = Take screenshots with name and time in view. Copy the messages and paste them here.

## Engine
page-engine-consent = A program of { $size } is needed. It is downloaded once and works here: no file leaves this device.
page-engine-missing = This copy of the page lacks the program that reads. The steps, the numbers and the advice are all here.
page-engine-failed = The program did not arrive. What you added is still here. Try again in a moment; the numbers to call work all the same.
page-engine-ended = The program stopped halfway. What you added is still here. Try again. If it stops again, take the largest file away.
page-stopped = Stopped. What you added is still here.
page-stop = Stop
page-progress-loading = The program that reads is coming…
page-progress-reading = Reading the messages…
page-progress-recognising = Looking for signs of blackmail…
page-progress-planning = Preparing your plan…
page-progress-printing = Writing the complaint as PDF: on a phone this takes a little while…
page-progress-sealing = Sealing the evidence…

## What is happening
page-happening-title = What is happening
page-happening-nothing-read = I could not read a chat in what you added.
page-happening-self-harm = There is a lot of pain in these messages. You come first: here is somebody who listens.
page-happening-not-your-fault = It is not your fault.
page-happening-still = The program can be wrong, above all with few messages. If you are threatened, what you say counts.
page-no-case = There is no chat here yet. Add it and come back.
page-confidence-almost-certain = The signs are many and clear.
page-confidence-likely = The signs are clear.
page-confidence-possible = There are signs, but not enough to be certain.
page-confidence-uncertain = The signs are few: it may be something else.
page-confidence-others = It could also be: { $kinds }.
page-owner-question = Who are you in this chat?
page-owner-again = Read again
page-stages-title = How far it has gone
page-stage-now = you are here now
page-proofs-title = The three proofs of blackmail
page-proof-found = found
page-proof-not-found = not found in these messages
page-tactics-title = { $count ->
    [one] One move recognised
   *[other] { $count } moves recognised
}
page-tactics-more = { $count ->
    [one] One more move
   *[other] { $count } more moves
}
page-tactics-lead = These are the moves that the program found. Under each one you can see where.
page-quotes-show = Show where (message { $number })
page-quotes-more = { $count ->
    [one] And in one more message.
   *[other] And in { $count } more messages.
}
page-quotes-against = What speaks against it
page-message = Message { $number }
page-findings = { $count ->
    [one] One thing that I could not read
   *[other] { $count } things that I could not read
}

## Conversation with notes
page-conversation-title = The chat, with notes
page-conversation-lead = Beside the messages that prove something there is a note. The words are covered: you uncover them only if you want.
page-conversation-words = Show the words of the messages
page-conversation-only-noted = Only messages with a note
page-conversation-hidden = words covered
page-conversation-notes = Notes
page-conversation-against = speaks against it
page-conversation-read = Messages shown: { $read } of { $all }.
page-conversation-more = Show more messages

## Plan
page-plan-title = Your plan
page-plan-now = Now
page-plan-empty = There is nothing else to do for now. Rest, if you can.
page-plan-after = { $count ->
    [one] After that there is one more step
   *[other] After that there are { $count } more steps
}
page-plan-aside = Put aside: { $count }
page-plan-done = Done: { $count }
page-plan-lines = Who answers, free of charge
page-plan-of-door = This plan fits many situations like yours.
page-plan-of-answers = This plan comes from your answers.
page-plan-answer = Answer a few questions and it becomes yours
page-plan-answer-again = Change the answers
page-to-notices = Write a request
page-routes-title = Where to report and have it removed
page-routes-lead = The places in your case, with what to tap.
page-removals-title = Asking for removal: whom, how, how long it takes
page-removals-lead = A complete request is written once and sent to each place.
page-removal-to = Where it goes
page-removal-asks = What it asks for
page-removal-time = How long it takes
page-removal-time-hours = { $hours } hours from the complete request.
page-removal-time-none = No number of hours is fixed.
page-offences-title = What the law calls what is happening
page-offences-lead = These are pointers. The right name is for a judge to decide.
page-offence-prosecution = How it is prosecuted: { $how }
page-open-title = What only you know
page-open-lead = You can leave all of it empty. What you say changes the plan at once.
page-open-later = If you have already sent a request
page-open-facts = Tick what is true. If you do not know, leave it empty.
page-open-published = Something has already been spread.
page-open-paid = I have already paid.
page-open-known-person = I know in person who is writing to me.
page-open-hacked = Somebody got into an account of mine.
page-open-deepfake = The image is false, made with a program.
page-open-blocked-already = I have already blocked who is writing to me.
page-open-physical-danger = I am afraid that somebody near will hurt me.
page-open-guardian-risk = The danger may come from home.
page-day-learned-on = When did you learn of it?
page-day-published-on = When was it spread?
page-day-paid-on = When was the money sent?
page-day-notice-sent = When did you send the complete request?
page-day-decision-received = When did they refuse?
page-clocks-title = Useful dates
page-clocks-lead = These are the time limits of the law. There is no rush. If a date is past, ask all the same.
page-clock-safe = By { $date }
page-clock-ask = Ask a lawyer or the prosecutor: the term may be longer.
page-clock-not-started = It has not begun yet.
page-clock-say-day = Give the day above, and the date appears here.
page-clock-more = What it means
page-warn-title = Warn somebody?
page-warn-why = Why
page-warn-how = How to say it
page-warn-how-lead = Words that are ready, and do not say what happened. Send them to one person at a time.
page-warn-never-all = Do not write to all your contacts: it would do the harm that you want to avoid.
page-lines-more = { $count ->
    [one] One more line
   *[other] { $count } more lines
}
page-opening-always = Day and night
page-opening-open-now = Answers now
page-opening-closed-now = Closed now
page-opening-unknown = Hours to be checked
page-call = Call { $phone }
page-website = Open the site

## Questions
page-questions-title = A few questions
page-questions-lead = One at a time. “I do not know” is always fine, and you can stop whenever you like.
page-questions-place = Question { $place } of { $all }
page-questions-back = Previous question
page-questions-enough = That is enough: make the plan
page-questions-run = Make the plan
page-questions-again = Look at the answers again
page-questions-end = Thank you, that is enough
page-questions-end-lead = The answers stay here only, as long as the page is open.
page-questions-skip = Go to the plan without downloading anything
page-question-yes = Yes
page-question-no = No
page-question-unknown = I do not know
page-question-many = You can tick more than one answer
page-question-door = What is happening?
page-question-safe = { $who ->
    [other] Is the person you help thinking of hurting themself, or of dying?
   *[self] Are you thinking of hurting yourself, or of dying?
}
page-question-who = Who is writing?
page-question-wanted = What do they want?
page-question-spread = Have they already sent or published something?
page-question-where = Where do they write, or where did they publish?
page-question-shown = { $who ->
    [other] Was there an image of them in the mail?
   *[self] Was there an image of you in the mail?
}
page-question-paid = Has money already been sent?
page-question-paid-how = In which way?
page-question-named = { $who ->
    [other] Have they named their family, friends, school or work?
   *[self] Have they named your family, friends, school or work?
}
page-question-false-image = Is the image false, made with a program?
page-question-danger = { $who ->
    [other] Is the person you help afraid that somebody near will hurt them?
   *[self] Are you afraid that somebody near will hurt you?
}
page-question-guardian = { $who ->
    [other] May the danger come from their home?
   *[self] May the danger come from your home?
}
page-question-blocked = { $who ->
    [other] Have they already blocked whoever is writing?
   *[self] Have you already blocked whoever is writing?
}
page-answer-door-blackmail = Threats and demands, now
page-answer-door-published = Something has already been published
page-answer-door-ex = It is somebody known
page-answer-door-helping = I am helping somebody
page-answer-safe-yes = Yes
page-answer-safe-unsure = I do not know
page-answer-safe-no = No
page-answer-who-stranger = Somebody never met in person
page-answer-who-known = Somebody known in person
page-answer-who-authority = They say they are police, a judge or a lawyer
page-answer-wanted-money = Money
page-answer-wanted-images = More images, acts, or to be obeyed
page-answer-wanted-both = Money and images too
page-answer-wanted-nothing = Nothing clear: only threats
page-answer-spread-yes = Yes, I saw it or was told
page-answer-spread-claimed = They say so, but nobody has seen it
page-answer-spread-no = No
page-answer-where-whatsapp = WhatsApp
page-answer-where-instagram = Instagram
page-answer-where-facebook = Facebook
page-answer-where-messenger = Messenger
page-answer-where-telegram = Telegram
page-answer-where-snapchat = Snapchat
page-answer-where-tiktok = TikTok
page-answer-where-discord = Discord
page-answer-where-tinder = Tinder
page-answer-where-email = By mail, only or also
page-answer-paid-how-sepa = Bank transfer
page-answer-paid-how-postepay = Postepay top-up
page-answer-paid-how-card = Payment card
page-answer-paid-how-paypal = PayPal
page-answer-paid-how-gift-card = Gift card or voucher
page-answer-paid-how-crypto = Crypto-currency
page-answer-paid-how-western-union = Western Union
page-answer-paid-how-moneygram = MoneyGram or a similar service
page-answer-paid-how-other = In another way

## Screenshots
page-pictures-title = Type what can be read
page-pictures-lead = The most important sentences are enough. They become messages of your case, with the screenshot's name beside them.
page-pictures-young = The screenshots stay closed. Look at them in the gallery of your phone, if you feel up to it, and type the sentences here.
page-pictures-undressed = Can anybody undressed or nearly undressed be seen in these screenshots?
page-pictures-undressed-why = If nobody can, the screenshot may stand beside the text while you type.
page-pictures-undressed-no = No, nobody
page-pictures-undressed-unsure = I do not know
page-pictures-undressed-yes = Yes
page-pictures-closed = The screenshots stay closed: only the fingerprint is taken. You can type the sentences all the same.
page-pictures-alt = The screenshot { $name }
page-pictures-done = I have finished
page-typed-who = Who wrote it?
page-typed-me = I did
page-typed-own = Me
page-typed-other = Other person
page-typed-who-missing = Choose who wrote it.
page-typed-sender = Their name in the chat, if you want to give it
page-typed-day = Day, if it can be read
page-typed-time = Time, if it can be read
page-typed-text = The message, word for word
page-typed-text-missing = Type the message.
page-typed-add = Add this message
page-typed-added = { $count ->
    [one] Added. There is one message from this screenshot.
   *[other] Added. There are { $count } messages from this screenshot.
}
page-typed-removed = Message removed.
page-typed-column-day = date
page-typed-column-sender = who
page-typed-column-text = text
page-typed-column-picture = screenshot

## Ending it
page-crisis-title = Stay here for a moment
page-crisis-lead = What you feel is heavy, and you do not have to carry it alone. Right now you need somebody with you.
page-crisis-call-112 = Call 112
page-crisis-act-1 = If you are thinking of hurting yourself now, call 112. You can say only: “I am thinking of ending it”.
page-crisis-act-2 = Go to somebody, or ask them to come. There is no need to explain everything.
page-crisis-act-3 = Give the phone with the chat to whoever is with you. The messages can wait.
page-crisis-lines = Who listens to you
page-crisis-words = You do not have to give your name. You can say only how you are.
page-crisis-rest = The rest of this page stays here and can wait.
page-crisis-back = Back to where you were
page-crisis-question = Are you thinking of hurting yourself, or of dying?
page-crisis-question-why = We ask at once, because it counts more than all the rest.
page-crisis-answer-yes = Yes
page-crisis-answer-unsure = I do not know
page-crisis-answer-no = No, go to the plan

## Images
page-images-title = Protect your images
page-images-lead = Each photo or video gets a fingerprint: a row of figures that shows nothing.
page-images-young = No image is shown here, not even small. Only the fingerprint is made.
page-images-adult = Images are not shown and not copied. Only the fingerprint is made.
page-images-pick = Photos or videos
page-images-chosen = { $count ->
    [one] You chose one file.
   *[other] You chose { $count } files.
}
page-images-run = Make the fingerprints
page-images-made = { $count ->
    [one] One fingerprint ready
   *[other] { $count } fingerprints ready
}
page-images-save = Save the fingerprints in a text file
page-images-then = The next step: { $name }
page-images-open = Open { $name }
page-images-leaves = It is another site: it opens in another tab.

## Complaint
page-complaint-title = The complaint
page-complaint-without = A chat is needed to prepare the text. Your plan says what to do without one.
page-complaint-lead = The text comes from your messages. You say what is right and fill in the blanks. Every blank may stay empty.
page-complaint-facts = Is that how it went?
page-complaint-facts-lead = The program read these facts. Your word counts.
page-complaint-more-facts = { $count ->
    [one] One more fact
   *[other] { $count } more facts
}
page-fact-messages = Messages: { $messages }
page-fact-confirmed = Yes, that is right
page-fact-corrected = Almost: let me correct it
page-fact-rejected = No, that is not right
page-fact-correction = How it really went
page-complaint-own-words = Anything to add in your own words
page-complaint-preview = Show the complaint
page-complaint-note = Read it calmly before you sign. Your plan says where to file it.
page-print = Print
page-download-html = Download for the browser (HTML)
page-download-text = Download the text (TXT)
page-download-odt = Download to edit (ODT)

## PDF
page-pdf-lead = The PDF is one document with numbered pages. It is made here: nothing is uploaded anywhere.
page-pdf-italian = The PDF of the complaint is in Italian: it is the one to print, sign and file.
page-pdf-consent = The PDF needs another program, of { $size }: more than the first one. It comes only if you ask, once, and then works without a network too. If that is too much for your phone, print from here: the text is the same.
page-pdf-here = The program for the PDF is on this device already.
page-pdf-run = Download as PDF
page-pdf-loading = The program for the PDF is coming…
page-pdf-writing = Writing the pages: on a phone this takes a little while…
page-pdf-done = The PDF is ready: it is among your downloads.
page-pdf-failed = The PDF did not work. Nothing is lost: the same text is on this page, to print or to copy.

## Notices
page-notices-title = Ask for the material to be removed
page-notices-lead = Choose the request. We prepare the text to paste in the site's form.
page-notices-young = Never attach the image. If you do not want to give your name, read under each request whether it is needed.
page-notices-list = Show the possible requests
page-notices-where = What you want to ask
page-notices-write = Write the text
page-notices-missing = Some things are missing
page-notices-text = Text to copy
page-notice-capacity = Who you are
page-notice-mandate = The mandate you have
page-copy = Copy the text
page-copied = Copied.
page-copy-failed = This browser does not allow it: hold the text and copy it.

## Verify
page-verify-title = Verify a case file
page-verify-lead = Checks that a sealed case file is still as it was. The file stays on this device.
page-verify-pick = The case file (zip)
page-verify-run = Verify
page-verify-note = The case file can be verified without this page too: the instructions are inside, in the file README.
page-check-passed = In order.
page-check-failed = To be looked at.

## Profile
page-profile-title = Is this profile real?
page-profile-lead = Say what you know and paste the first messages. I tell you what speaks for a lure and what for a real person.
page-profile-told = What you know of the profile
page-profile-told-why = Leave empty what you do not know. Nobody is searched for.
page-profile-approach = How it began
page-profile-age = How old the profile is
page-profile-age-weeks = less than a month
page-profile-age-months = a month or two
page-profile-age-year = some months
page-profile-age-years = more than a year
page-profile-followers = Followers
page-profile-following = People it follows
page-profile-posts = Posts
page-profile-mutual-contacts = Contacts in common
page-profile-photos-found-elsewhere = I found its photos under another name
page-profile-verified = The app says that the profile is verified
page-profile-messages = The first messages
page-profile-messages-how = Where two of you write, put “them:” or “me:” before each line. A copied chat is fine too.
page-profile-look = Look at the profile
page-profile-threat = There is a threat here already.
page-profile-threat-go = What to do now
page-profile-rules = Five rules that always hold
page-profile-then = What you can do

## My case
page-case-title = Your case
page-case-lead = Nothing is saved unless you ask. Close the page and it is gone.
page-case-here = What is here now
page-case-empty = Nothing.
page-case-sealed = Save the sealed case file
page-case-sealed-lead = It is a zip file with the evidence, the fingerprints and the seal. You can give it to the police or to a lawyer.
page-case-sealed-passphrase = Passphrase for the file, if you want one
page-case-sealed-run = Prepare and download
page-case-sealed-done = Downloaded. The file is in the downloads folder: whoever uses this device can see it.
page-case-sealed-pdf = The complaint is in it too, as PDF, with blanks to fill in.
page-case-sealed-html = The complaint is in it too, as a page to print.
page-keep-title = Keep it on this device
page-keep-lead = Only if you want. It is locked with a passphrase: without it nobody can open it, not even us.
page-keep-passphrase = Passphrase
page-keep-note = Four or five words at random are fine, one after the other.
page-keep-run = Lock and keep
page-keep-done = Done. With the passphrase you can open it here again.
page-reopen-title = Open the saved case
page-reopen-passphrase = Your passphrase
page-reopen-run = Open
page-erase-title = Erase everything
page-erase-lead = Removes from this device all that this page has written: case, program, the copy for when there is no network.
page-erase-run = Erase everything
page-erase-sure = What you have not downloaded is lost. Erase it?
page-erase-yes = Yes, erase
page-erase-no = No, go back
page-erase-done = Done: nothing of this page is left in the browser's storage.
page-erase-failed = Something was not erased. Close the other tabs of this page and try again.
page-erase-not-title = What we cannot erase
page-erase-not = The browser's history and the files that you downloaded. You can erase them: the page “How it works” says how.

## How it works
page-about-title = How this page works
page-about-lead = It is free software. It works inside your browser and sends nothing to anybody.
page-about-exit = Leaving fast
page-about-exit-how = Tap Exit, or press the Shift key three times. The screen is covered at once and a page about the weather takes its place. What you have not saved is lost. A case that you saved stays locked by your passphrase.
page-about-history = The history
page-about-history-lead = The browser remembers that you were here, under a neutral name: “Appunti” (notes). Only you can remove it.
page-about-history-how = Open the menu of the browser, then History. Look for the line “Appunti” and remove only that one: an empty history stands out more.
page-about-offline = Without a network
page-about-offline-ready = The page is already on this device: it opens without a network too.
page-about-offline-not = For now the page needs the network.
page-about-check = How to check it
page-about-check-how = Put the phone in flight mode and try: the page reads all the same. The browser has the order to talk to no other site.
page-about-engine = The program weighs { $size } and is downloaded only when you ask for it.
page-about-version = Version of the advice: { $version }
page-about-licence = Argine, licence AGPL-3.0 or later. No advertising, no statistics.
page-about-without-script = The same advice in a plain page

## Index
page-menu-title = Index
page-menu-now = Now
page-menu-tools = Tools
page-menu-more = More
page-menu-to-first = The first ten minutes
page-menu-to-evidence = Keep the evidence safe
page-menu-to-happening = What is happening
page-menu-to-questions = A few questions for your plan
page-menu-to-plan = Your plan
page-menu-to-images = Protect your images
page-menu-to-complaint = The complaint
page-menu-to-notices = Ask for the material to be removed
page-menu-to-case = Your case: keep or erase
page-menu-to-profile = Is this profile real?
page-menu-to-verify = Verify a case file
page-menu-to-about = How this page works
page-menu-to-welcome = Back to the beginning

## Pages without JavaScript
page-plain-note = This is the plain version: all steps and numbers are here. To read a chat, make fingerprints or seal, JavaScript is needed.
page-plain-open = Open the full version
page-plain-doors = Other situations
page-plain-age = For your age
page-plain-age-minor = I am under 18
page-plain-age-adult = I am 18 or over
page-plain-exit = The Exit link opens a page about the weather. The browser's history remains: clear it yourself.
page-plain-weather = Weather
page-plain-weather-lead = Weather forecasts
