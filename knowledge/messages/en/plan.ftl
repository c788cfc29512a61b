# Argine · plan: what a plan is shown with. Facts are reasons: "because they ask you for money (messages 4, 9)".
# $messages: the entries, joined by commas, or `none`; $count: how many; $more: how many are not listed.

entries-cited = { $messages ->
    [none] {""}
   *[other] {" "}({ $count ->
        [one] message
       *[other] messages
    } { $messages }{ $more ->
        [0] {""}
        [one] {" "}and 1 more
       *[other] {" "}and { $more } more
    })
 }

fact-crisis = there are signs that you are thinking of harming yourself{ entries-cited }
fact-adult = you said that you are 18 or over{ entries-cited }
fact-minor = you are under 18{ entries-cited }
fact-age_unknown = we do not know how old you are, so we protect you as we would somebody under 18{ entries-cited }
fact-known_person = whoever blackmails you seems to be somebody you know{ entries-cited }
fact-money_demand = they ask you for money{ entries-cited }
fact-sexual_demand = they ask you for more images, acts or obedience{ entries-cited }
fact-threatened = they threaten you{ entries-cited }
fact-published = the material was made public{ entries-cited }
fact-publication_claimed = they say that it was already made public{ entries-cited }
fact-publication_risk = the material may be made public{ entries-cited }
fact-deepfake = there is talk of images made by a program{ entries-cited }
fact-hacked = there are signs that somebody got into an account or device of yours{ entries-cited }
fact-paid = you have paid{ entries-cited }
fact-deadline_24h = they gave you a deadline that is near{ entries-cited }
fact-contacts_threatened = they name your family, friends, school or work{ entries-cited }
fact-group_created = they speak of a group with people you know{ entries-cited }
fact-impersonated = somebody uses a name that is not theirs{ entries-cited }
fact-defamed = they accuse you of things that are not true{ entries-cited }
fact-repeated_contact = they contact you again and again{ entries-cited }
fact-physical_danger = somebody near you may harm you{ entries-cited }
fact-fake_authority = they pose as police, a court or a lawyer{ entries-cited }
fact-recorded_call = they recorded or took the material without your consent{ entries-cited }
fact-single_mail = all of it came by e-mail{ entries-cited }
fact-blocked_already = you have already blocked the contact{ entries-cited }
fact-omitted_media = the export holds no photos and videos{ entries-cited }
fact-connected = it is linked with another crime that the State prosecutes by itself{ entries-cited }
fact-kind-financial_gang = it looks like blackmail for money by strangers{ entries-cited }
fact-kind-known_ex = it looks like blackmail by somebody you know{ entries-cited }
fact-kind-sexual_demand = it looks like blackmail for more images or acts{ entries-cited }
fact-kind-spam_bluff = it looks like a message sent to many people, with no real material{ entries-cited }
fact-kind-fake_authority = it looks like a false authority{ entries-cited }
fact-kind-recovery_scam = it looks like somebody selling deletion or a refund{ entries-cited }
fact-kind-lure = it looks like a first contact that prepares blackmail{ entries-cited }
fact-kind-disclosure = blackmail was confided to you, or by you{ entries-cited }
fact-kind-other_scam = it looks like a scam for money, without intimate images{ entries-cited }
fact-kind-benign = there are no signs of blackmail{ entries-cited }
fact-country-it = you are in Italy{ entries-cited }
fact-platform-whatsapp = WhatsApp is involved{ entries-cited }
fact-platform-telegram = Telegram is involved{ entries-cited }
fact-platform-instagram = Instagram is involved{ entries-cited }
fact-platform-messenger = Messenger is involved{ entries-cited }
fact-platform-facebook = Facebook is involved{ entries-cited }
fact-platform-tiktok = TikTok is involved{ entries-cited }
fact-platform-snapchat = Snapchat is involved{ entries-cited }
fact-platform-youtube = YouTube is involved{ entries-cited }
fact-platform-blogger = Blogger is involved{ entries-cited }
fact-platform-x = X is involved{ entries-cited }
fact-platform-reddit = Reddit is involved{ entries-cited }
fact-platform-discord = Discord is involved{ entries-cited }
fact-platform-dailymotion = Dailymotion is involved{ entries-cited }
fact-platform-vimeo = Vimeo is involved{ entries-cited }
fact-platform-tinder = Tinder is involved{ entries-cited }
fact-platform-bumble = Bumble is involved{ entries-cited }
fact-platform-badoo = Badoo is involved{ entries-cited }
fact-platform-skype = Skype is involved{ entries-cited }
fact-platform-google_search = Google is involved{ entries-cited }
fact-platform-bing = Bing is involved{ entries-cited }
fact-platform-meet = Google Meet is involved{ entries-cited }
fact-platform-aylo = an adult site is involved{ entries-cited }
fact-platform-email = e-mail is involved{ entries-cited }
fact-platform-unknown = we do not know which app is involved{ entries-cited }
fact-paid_with-postepay = you paid with a Postepay top-up{ entries-cited }
fact-paid_with-sepa = you paid with a bank transfer{ entries-cited }
fact-paid_with-western_union = you paid with Western Union{ entries-cited }
fact-paid_with-moneygram = you paid with a money transfer service{ entries-cited }
fact-paid_with-paypal = you paid with PayPal{ entries-cited }
fact-paid_with-gift_card = you paid with a gift card{ entries-cited }
fact-paid_with-crypto = you paid with crypto-currency{ entries-cited }
fact-paid_with-card = you paid with a payment card{ entries-cited }
fact-paid_with-other = you paid with a means that we do not know{ entries-cited }

## Headings
plan-title = What to do now
plan-first = The first thing
plan-then = Then
plan-when-safe = When you are safe
plan-crisis = You come first. The rest can wait.
plan-never-title = What never to do
plan-helplines-title = Who can help you, free of charge
plan-routes-title = How to report to the platforms
plan-offences-title = Which crimes to name in the complaint
plan-offences-note = These are pointers: the magistrate decides. Before you sign you can ask a lawyer.
plan-clocks-title = By when
plan-empty = There is nothing to do now. If something changes, come back here.

## Labels
plan-step = Step { $number }: { $title }
plan-why = Why it helps
plan-how = How
plan-helps = Who helps
plan-because = Because { $reasons }.
plan-source = Source: { $source }
plan-checked-on = checked on { $date }
plan-to-be-confirmed = to be confirmed
plan-stale = checked on { $date }: it may have changed
plan-notes = What to mind
plan-phone = Phone: { $phone }
plan-url = Site: { $url }

## Helplines
opening-always = day and night
opening-open_now = open now
opening-closed_now = closed now
opening-unknown = hours to be checked

## Offences
prosecution-ex_officio = the State prosecutes by itself, without a complaint
prosecution-complaint = your complaint (querela) is needed
prosecution-depends = your complaint (querela) is needed, except in some cases
prosecution-term = { $months ->
    [one] complaint within one month of learning of it
   *[other] complaint within { $months } months of learning of it
 }
prosecution-connected-note = Even where no complaint is needed, file one within 3 months: in court the crime may get another name.

## Terms
clock-open = To be safe: by { $safe }. Last day: { $ends }.
clock-not-started = It starts when the fact it is counted from happens.
clock-ask_lawyer = Ask a lawyer or the prosecutor's office: the term may be longer or may not apply to your case.
clock-counted-from = Counted from { $date }: if you learned of it on another day, count from that one.
