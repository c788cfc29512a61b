# Argine · first contact

screen-heading = IS THIS PROFILE REAL?
screen-verdict-lure = There are signs of a lure: somebody who approaches to prepare blackmail or a scam.
screen-verdict-real = What you told me speaks of a real person. That is no guarantee.
screen-verdict-unsure = It cannot be told. { $reasons ->
    [0] You told me too little.
   *[other] The signs are few, or they point both ways.
}
screen-likelihood-very-likely = very likely a lure
screen-likelihood-likely = likely a lure
screen-likelihood-open = it cannot be told
screen-likelihood-unlikely = unlikely a lure
screen-label-likelihood = How likely:{" "}
screen-label-for-lure = What speaks for a lure
screen-label-for-real = What speaks for a real person
screen-nothing-for-lure = I found no signs.
screen-threat = There is a threat here already. Give the whole chat to "argine respond": it says what to do now.
screen-rests-field = { $field }: { $value }
screen-rests-message = message { $number } · “{ $quote }”
screen-used = I looked at the first { $used ->
    [one] message
   *[other] { $used } messages
} of { $messages }.
screen-not-understood = I did not understand and did not use: { $list }
screen-ask = To say more I need: how old the profile is, how many follow it and how many it follows, how the contact began, the first messages.
screen-no-check = Argine does not look the profile up and opens no photo: it knows only what you told it.
screen-rules = FIVE RULES THAT ALWAYS HOLD
screen-yes = yes
screen-no = no

screen-field-platform = where
screen-field-handle = handle
screen-field-name = name
screen-field-bio = description
screen-field-age-claimed = age claimed
screen-field-account-age-days = age of the profile in days
screen-field-followers = followers
screen-field-following = follows
screen-field-posts = posts
screen-field-photos = photos
screen-field-verified = verified
screen-field-mutual-contacts = contacts in common
screen-field-location-claimed = place claimed
screen-field-how-they-came = how it began
screen-field-known-for-days = days you have known each other
screen-field-met-in-person = met in person
screen-field-photos-found-elsewhere = photos found elsewhere

screen-approach-stranger = a stranger wrote first
screen-approach-dating-app = dating app
screen-approach-game = game
screen-approach-group = a group in common
screen-approach-wrong-number = wrong number
screen-approach-known-person = somebody you know
screen-approach-met-in-person = you met in person
screen-approach-school-or-work = school or work
screen-approach-i-wrote-first = you wrote first
screen-approach-sale = an advertisement

screen-new-account = the profile is new
screen-follows-many = it follows many more people than follow it
screen-few-posts = it has few posts and follows many
screen-few-photos = it has few photos
screen-photos-elsewhere = its photos were found under another name
screen-came-as-stranger = somebody you do not know sought you out
screen-wrong-number = it all begins with a wrong number
screen-known-person = you say it is somebody you know
screen-met = you met in person
screen-known-for-long = you have known each other for long
screen-from-life = a group, school or work connects you
screen-you-wrote-first = the contact began with you
screen-old-account = the profile has existed for over a year
screen-verified = the platform verified the profile
screen-large-following = many follow it and it has published for long
screen-balanced = it follows about as many as follow it, and publishes
screen-mutual = you have many contacts in common
screen-many-photos = it has many photos

screen-move = wants to move to another app, or the number
screen-move-soon = asks for it in the very first messages
screen-here-bad = says they seldom use this app, or that it is no good
screen-video = wants a video call in the first messages
screen-alone = asks whether you are alone or live alone
screen-face = wants to see the face
screen-exchange = proposes an exchange: first one, then the other
screen-offers-picture = offers an intimate picture first
screen-your-picture = asks for a picture of you
screen-intimate = talks of intimacy soon
screen-praise = pays compliments in the first messages
screen-fast-love = speaks of love or fate within a short time
screen-stranger = comes as a stranger who found you by chance
screen-family = asks about your family, your friends or who follows you
screen-job = asks about your work or school
screen-secret = asks for secrecy, or says that everything is deleted
screen-soothe = urges you to trust
screen-hardship = tells of hardship or loneliness
screen-money = speaks of money soon
screen-threat-said = threatens
screen-plan = proposes to meet in a place with other people
screen-shared = speaks of people or places that you have in common
screen-errand = has a practical, simple reason to write
screen-no-pressure = leaves the choice to you, without haste

problem-profile = { $file } is no profile that I can read: { $reason }. There is an example in docs/screen.md.
