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
page-watched-signs = Signs that somebody may be looking
page-watched-sign-1 = They know things that you wrote only here.
page-watched-sign-2 = They know your codes, or gave you the phone.
page-watched-sign-3 = They have had the phone in their hands alone.
page-watched-safer = A safer way
page-watched-safer-1 = Use the phone of somebody you trust, or a computer in a library.
page-watched-safer-2 = Sign in with an account that the person does not know.
page-watched-safer-3 = Do not change things on this phone in haste: whoever watches may notice.
page-watched-lines = Who helps if you are afraid of somebody
page-watched-go-on = I go on from here
page-watched-leave = I leave and use another device

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
page-done-count = { $count ->
    [one] You have done one thing. That is a good start.
   *[other] You have done { $count } things.
}
page-never-title = What not to do
page-source = Source:
page-checked = Checked on { $date }.
page-checked-not-confirmed = Checked on { $date }, in part still to be confirmed.
page-because = In your case: { $reasons }.
page-to-evidence = Put the proof in safety
page-to-plan = See your plan
page-to-plan-without = I do not have the chat: go to the plan
page-to-conversation = Read the chat with notes
page-to-complaint = Prepare the complaint

## Age
page-age-question = How old are you?
page-age-question-other = How old is the person affected?
page-age-why = It serves to give you the right steps. Under 18, or if you do not say, no image is ever opened.
page-age-missing = Choose an answer. You may also not say.
page-age-under-14 = Under 14
page-age-14-17 = From 14 to 17
page-age-adult = 18 or over
page-age-unknown = I prefer not to say
page-custodian-question = Who are you to the person affected?
page-custodian-guardian = A parent or guardian
page-custodian-representative = Somebody else who helps

## Evidence
page-evidence-title = Put the proof in safety
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
page-evidence-pictures = Of screenshots the fingerprint is taken here, but the words inside are not read. If you only have screenshots, type the most important sentences above.
page-evidence-read = Read it and tell me what to do
page-export-title = How to export a chat
page-export-whatsapp = WhatsApp
page-export-whatsapp-how = Open the chat. Tap the three dots or the name, then “Export chat”, then “Without media”. On Android you can choose this page at once, if you have added it to the home screen.
page-export-telegram = Telegram
page-export-telegram-how = It is done on a computer: open the chat, three dots, “Export chat history”, JSON format, without photos and videos.
page-export-instagram = Instagram, Messenger, Facebook
page-export-instagram-how = In the Accounts Centre choose “Download your information”, only messages, JSON format. It may take a while: meanwhile take screenshots.
page-export-other = Another app
page-export-other-how = Take screenshots with name and time in view. Copy the messages and paste them here.

## Engine
page-engine-consent = To read, a program of { $size } is needed. It is downloaded once and works here: no file leaves this device.
page-engine-missing = This copy of the page lacks the program that reads. The steps, the numbers and the advice are all here.
page-engine-failed = It did not work. Try again: what you added is still here.
page-stopped = Stopped. What you added is still here.
page-stop = Stop
page-progress-loading = The program that reads is coming…
page-progress-reading = Reading the messages…
page-progress-recognising = Looking for signs of blackmail…
page-progress-planning = Preparing your plan…
page-progress-sealing = Sealing the proof…

## What is happening
page-happening-title = What is happening
page-happening-nothing-read = I could not read a chat in what you added.
page-happening-self-harm = There are words of great pain in the messages. You come first: here is somebody who listens.
page-happening-not-your-fault = It is a technique, used with many people. It is not your fault.
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
page-next-title = What usually comes next
page-next-contact = Whoever prepares blackmail seeks your trust quickly. You can take your time: sincere people wait.
page-next-grooming = Often an invitation to another app follows, or to a video call. You can say no.
page-next-app-move = Often an intimate request follows. It is the right moment to stop.
page-next-intimacy-request = Whoever blackmails wants an image with your face. If you sent nothing, stop here.
page-next-capture = Often a threat comes, all at once. Do not answer, and prepare the proof.
page-next-threat = Usually many messages come, with a deadline. It serves to keep you from thinking. Many threats are not carried out, and we prepare all the same.
page-next-negotiation = Often the sum goes down. It is not good news: they are finding out how much you can give.
page-next-payment = Whoever pays often receives more demands. Even if you paid, you can stop now.
page-next-repeat-demand = Demands usually go on as long as somebody pays. To stop paying and answering changes things.
page-next-control = Whoever blackmails wants to decide your hours. You can stop answering, with somebody beside you.
page-next-publication = What counts now is to ask for removal, one place at a time. The plan tells you how.
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
page-tactics-lead = Whoever blackmails follows a script. Knowing it helps to feel less alone.
page-quotes-show = Show where it is read (message { $number })
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
page-clocks-title = Useful dates
page-clocks-lead = They are the terms of the law, without haste. If a date is past, ask all the same.
page-clock-safe = By { $date }
page-clock-ask = Ask a lawyer or the prosecutor: the term may be longer.
page-clock-not-started = It has not begun yet.
page-clock-more = What it means
page-warn-title = Warn somebody?
page-warn-why = Why
page-warn-never-all = Do not write to all your contacts: it would do the harm that you want to avoid.
page-lines-more = { $count ->
    [one] One more line
   *[other] { $count } more lines
}
page-opening-always = Day and night
page-opening-open-now = Answers now
page-opening-closed-now = Closed now
page-opening-unknown = Hours to be checked
page-call = Call: { $name }
page-website = Open the site: { $name }

## Ending it
page-crisis-title = Stay here for a moment
page-crisis-lead = The pain you feel is real, and it can pass. Many people have felt like this and have come through. What is needed now is somebody with you.
page-crisis-call-112 = Call 112
page-crisis-act-1 = If you are thinking of hurting yourself now, call 112. You can say only: “I am thinking of ending it”.
page-crisis-act-2 = Go to somebody, or ask them to come. There is no need to explain everything.
page-crisis-act-3 = Give the phone with the chat to whoever is with you. The messages can wait.
page-crisis-lines = Who listens to you
page-crisis-words = You do not have to give your name. You can say only how you are.
page-crisis-rest = The rest of this page stays here and can wait.
page-crisis-back = Back to where you were
page-crisis-question = Are you thinking of hurting yourself, or of dying?
page-crisis-question-why = We ask because it counts more than anything. Asking does not put the idea in your head.
page-crisis-answer-yes = Yes
page-crisis-answer-unsure = I do not know
page-crisis-answer-no = No, go to the plan

## Images
page-images-title = Protect your images
page-images-lead = Of each photo or video a fingerprint is made: a row of figures. With it, services recognise a copy without seeing the image.
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
page-images-leaves = It is another site. There too the fingerprint is made on your device and the image does not leave it.

## Complaint
page-complaint-title = The complaint
page-complaint-without = You can file a complaint without a chat too, by word of mouth. With the chat the text is almost ready by itself.
page-complaint-lead = The text comes from your messages. You say what is right and fill in the blanks. Every blank may stay empty.
page-complaint-facts = Is that how it went?
page-complaint-facts-lead = The program read these facts. Your word counts.
page-fact-messages = Messages: { $messages }
page-fact-confirmed = It is so
page-fact-corrected = Almost: I correct it
page-fact-rejected = It is not so
page-fact-correction = How it really went
page-complaint-own-words = Anything to add in your own words
page-complaint-preview = Show the complaint
page-complaint-note = It is signed in front of whoever receives it: Police, Carabinieri or the prosecutor. Bring the phone with the chat.
page-print = Print
page-download-html = Download for the browser (HTML)
page-download-text = Download the text (TXT)
page-download-odt = Download to edit (ODT)

## Notices
page-notices-title = Ask for the material to be removed
page-notices-lead = Choose the request. We prepare the text to paste in the site's form.
page-notices-young = If you are under 18 you do not have to give your name, and you must never attach the image.
page-notices-list = Show the possible requests
page-notices-where = What you want to ask
page-notices-write = Write the text
page-notices-missing = Some things are missing
page-notices-text = Text to copy
page-notice-capacity = Who you are
page-notice-mandate = The mandate you have
page-copy = Copy the text
page-copied = Copied.

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
page-profile-lead = Tick what you noticed. It is not an exam: it is a way to stop and look closely.
page-profile-signs = What you noticed
page-profile-sign-1 = The profile is new, or has few real friends.
page-profile-sign-2 = The photos look too perfect.
page-profile-sign-3 = There are few friends in common, added lately.
page-profile-sign-4 = They write like a great love after a few hours.
page-profile-sign-5 = They want to move soon to WhatsApp, Telegram or Snapchat.
page-profile-sign-6 = They soon talk about sex, or send a nude picture first.
page-profile-sign-7 = They ask whether you are alone at home or have a webcam.
page-profile-sign-8 = They want to see your face together with your body.
page-profile-sign-9 = They tell of a sick relative or of some trouble.
page-profile-sign-10 = They ask for money, top-ups or codes.
page-profile-answer-none = No sign yet. If something does not convince you, you can stop all the same.
page-profile-answer-some = There are some signs. Take your time, send nothing intimate and talk to somebody.
page-profile-answer-many = There are many signs. Send nothing, make no video calls and close the contact.
page-profile-then = What you can do

## My case
page-case-title = Your case
page-case-lead = Nothing is saved unless you ask. Close the page and it is gone.
page-case-here = What is here now
page-case-empty = Nothing.
page-case-sealed = Save the sealed case file
page-case-sealed-lead = It is a zip file with the proof, the fingerprints and the seal. You can give it to the police or to a lawyer.
page-case-sealed-passphrase = Passphrase for the file, if you want one
page-case-sealed-run = Prepare and download
page-case-sealed-done = Downloaded. The file is in the downloads folder: whoever uses this device can see it.
page-keep-title = Keep it on this device
page-keep-lead = Only if you want. It is locked with a passphrase: without it nobody can open it, not even us.
page-keep-passphrase = Passphrase
page-keep-note = Four or five words at random are fine, one after the other.
page-keep-run = Lock and keep
page-keep-done = Done. You find it here again with the passphrase.
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
page-history-chrome = Chrome, Edge, Samsung Internet
page-history-chrome-how = Menu, History: hold the line “Appunti” and delete only that one.
page-history-safari = Safari (iPhone and Mac)
page-history-safari-how = The book symbol, History: swipe the line to the left and tap Delete.
page-history-firefox = Firefox
page-history-firefox-how = Menu, History: tap the three dots beside the line, then Delete.
page-about-offline = Without a network
page-about-offline-ready = The page is already on this device: it opens without a network too.
page-about-offline-not = For now the page needs the network.
page-about-check = How to check it
page-about-check-how = Put the phone in flight mode and try: the page reads all the same. The browser has the order to talk to no other site.
page-about-engine = The program that reads weighs { $size } and is downloaded only when you ask.
page-about-version = Version of the advice: { $version }
page-about-licence = Argine, licence AGPL-3.0 or later. No advertising, no statistics.
page-about-without-script = The same advice in a plain page

## Index
page-menu-title = Index
page-menu-now = Now
page-menu-tools = Tools
page-menu-more = More
page-menu-to-first = The first ten minutes
page-menu-to-evidence = Put the proof in safety
page-menu-to-happening = What is happening
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
