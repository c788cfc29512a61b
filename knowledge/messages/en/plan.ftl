# Argine · plan: what a plan is shown with. Facts are reasons: "demand for money (messages 4, 9)"; they stand in the plan and in the complaint.
# because-cited: $fact: the words of the fact; $messages: the entries, joined by commas, or `none`; $count: how many; $more: how many are not listed.

because-cited = { $fact }{ $messages ->
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

fact-crisis = signs of thoughts of self-harm
fact-adult = age: 18 or over
fact-minor = age: under 18
fact-age-unknown = age not given: to be careful, the protection for people under 18 holds
fact-known-person = whoever blackmails seems to be a known person
fact-money-demand = demand for money
fact-sexual-demand = demand for more images, acts or obedience
fact-threatened = threats
fact-published = material made public
fact-publication-claimed = the writer says that the material was already made public
fact-publication-risk = risk that the material is made public
fact-deepfake = images made by a program
fact-hacked = signs of access to an account or device
fact-paid = money sent
fact-deadline-24h = a deadline that is near
fact-contacts-threatened = threats that concern family, friends, school or work
fact-group-created = a group with known people, made or announced
fact-impersonated = use of another person's name
fact-defamed = false accusations
fact-repeated-contact = messages or calls again and again
fact-physical-danger = danger from a person nearby
fact-fake-authority = the writer poses as police, a court or a lawyer
fact-recorded-call = a call recorded, or material taken, without consent
fact-single-mail = all of it by e-mail
fact-blocked-already = contact already blocked
fact-omitted-media = photos and videos not in the export
fact-under-14 = age: under 14
fact-guardian-risk = the danger may come from a parent or guardian
fact-connected = link with a crime that the State prosecutes by itself
fact-kind-financial-gang = signs of blackmail for money by strangers
fact-kind-known-ex = signs of blackmail by a known person
fact-kind-sexual-demand = signs of blackmail for more images or acts
fact-kind-spam-bluff = signs of a message sent to many people, with no real material
fact-kind-fake-authority = signs of a false authority
fact-kind-recovery-scam = signs of somebody selling deletion or a refund
fact-kind-lure = signs of a first contact that prepares blackmail
fact-kind-disclosure = blackmail confided to somebody
fact-kind-other-scam = signs of a scam for money, without intimate images
fact-kind-benign = no signs of blackmail
fact-country-it = place: Italy
fact-country-fr = place: France
fact-country-de = place: Germany
fact-country-es = place: Spain
fact-country-gb = place: United Kingdom
fact-country-us = place: United States
fact-country-ca = place: Canada
fact-country-au = place: Australia
fact-platform-whatsapp = WhatsApp
fact-platform-telegram = Telegram
fact-platform-instagram = Instagram
fact-platform-messenger = Messenger
fact-platform-facebook = Facebook
fact-platform-tiktok = TikTok
fact-platform-snapchat = Snapchat
fact-platform-youtube = YouTube
fact-platform-blogger = Blogger
fact-platform-x = X
fact-platform-reddit = Reddit
fact-platform-discord = Discord
fact-platform-dailymotion = Dailymotion
fact-platform-vimeo = Vimeo
fact-platform-tinder = Tinder
fact-platform-bumble = Bumble
fact-platform-badoo = Badoo
fact-platform-skype = Skype
fact-platform-google-search = Google
fact-platform-bing = Bing
fact-platform-meet = Google Meet
fact-platform-aylo = adult site
fact-platform-email = e-mail
fact-platform-unknown = app not known
fact-paid-with-postepay = payment with a Postepay top-up
fact-paid-with-sepa = payment with a bank transfer
fact-paid-with-western-union = payment with Western Union
fact-paid-with-moneygram = payment with a money transfer service
fact-paid-with-paypal = payment with PayPal
fact-paid-with-gift-card = payment with a gift card
fact-paid-with-crypto = payment with crypto-currency
fact-paid-with-card = payment with a payment card
fact-paid-with-other = payment with a means that we do not know

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
plan-because = Because: { $reasons }.
plan-source = Source: { $source }
plan-checked-on = checked on { $date }
plan-to-be-confirmed = to be confirmed
plan-stale = checked on { $date }: it may have changed
plan-notes = What to mind
plan-phone = Phone: { $phone }
plan-url = Site: { $url }

## Helplines
opening-always = day and night
opening-open-now = open now
opening-closed-now = closed now
opening-unknown = hours to be checked

## Offences
prosecution-ex-officio = the State prosecutes by itself, without a complaint
prosecution-complaint = your complaint (querela) is needed
prosecution-depends = your complaint (querela) is needed, except in some cases
prosecution-ask-police = ask the police of the country how it is prosecuted
prosecution-term = { $months ->
    [one] complaint within one month of learning of it
   *[other] complaint within { $months } months of learning of it
 }
prosecution-connected-note = Even where no complaint is needed, file one within 3 months: in court the crime may get another name.

## Terms
clock-open = To be safe: by { $safe }. Last day: { $ends }.
clock-not-started = It starts when the fact it is counted from happens.
clock-ask-lawyer = Ask a lawyer or the prosecutor's office: the term may be longer or may not apply to your case.
clock-counted-from = Counted from { $date }: if you learned of it on another day, count from that one.
