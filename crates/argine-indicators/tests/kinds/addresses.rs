//! Mail addresses, user names, web addresses.

use argine_model::IndicatorKind;

use crate::{table, values, varieties};

fn mails(text: &str) -> Vec<String> {
    values(text, IndicatorKind::Email)
}

fn handles(text: &str) -> Vec<String> {
    values(text, IndicatorKind::Handle)
}

fn webs(text: &str) -> Vec<String> {
    varieties(text, IndicatorKind::Url)
}

#[test]
fn mail_addresses() {
    table(
        mails,
        &[
            ("scrivi a Luna.Prova@Gmail.com!", "luna.prova@gmail.com"),
            ("luna@gmail.com,sole@libero.it", "luna@gmail.com | sole@libero.it"),
            ("<luna@gmail.com>", "luna@gmail.com"),
            ("mailto:luna@gmail.com", "luna@gmail.com"),
            ("luna chiocciola gmail punto com", "luna@gmail.com"),
            ("luna punto prova chiocciola gmail punto com", "luna.prova@gmail.com"),
            ("luna trattino basso prova chiocciola libero punto it", "luna_prova@libero.it"),
            ("luna (chiocciola) gmail (punto) com", "luna@gmail.com"),
            ("luna [at] gmail [dot] com", "luna@gmail.com"),
            ("luna(at)gmail(dot)com", "luna@gmail.com"),
            ("luna{at}gmail{dot}com", "luna@gmail.com"),
            ("luna AT gmail DOT com", "luna@gmail.com"),
            ("luna arobase gmail point com", "luna@gmail.com"),
            ("luna arroba gmail punto com", "luna@gmail.com"),
            ("luna @ gmail . com", "luna@gmail.com"),
            ("luna . rossa @ gmail . com", "luna.rossa@gmail.com"),
            ("luna - rossa @ casa", ""),
            ("luna @gmail.com", "luna@gmail.com"),
            ("luna@ gmail.com", "luna@gmail.com"),
            ("luna@gmail . com", "luna@gmail.com"),
            ("luna@gmail,com", "luna@gmail.com"),
            ("luna@gmail[.]com", "luna@gmail.com"),
            ("luna＠gmail．com", "luna@gmail.com"),
            ("luna_99+x@mail.example.co.uk", "luna_99+x@mail.example.co.uk"),
            ("email: luna-prova@proton.me;", "luna-prova@proton.me"),
            ("la mia mail è lunaprova at hotmail.it", "lunaprova@hotmail.it"),
            // Near misses.
            ("ci vediamo at home punto e basta", ""),
            ("@luna", ""),
            ("luna@", ""),
            ("5 @ 10 euro", ""),
            ("ciao @luna.com che fai", ""),
            ("a@b", ""),
            ("prezzo 3@5.50", ""),
            ("look at google.com", ""),
        ],
    );
}

#[test]
fn user_names() {
    table(
        handles,
        &[
            ("cercami su ig @luna.rossi_99", "instagram:luna.rossi_99"),
            ("ig: luna.rossi_99", "instagram:luna.rossi_99"),
            ("IG👉 luna_rossi99", "instagram:luna_rossi99"),
            ("insta = luna_rossi99", "instagram:luna_rossi99"),
            ("il mio instagram è luna_rossi99", "instagram:luna_rossi99"),
            ("my snap is luna_rossi99", "snapchat:luna_rossi99"),
            ("add me on snapchat luna_rossi99", "snapchat:luna_rossi99"),
            ("sc: luna_rossi99", "snapchat:luna_rossi99"),
            ("mon insta c'est luna.rossi99", "instagram:luna.rossi99"),
            ("mi telegram es @luna_rossi99", "telegram:luna_rossi99"),
            ("@luna_rossi99 on telegram", "telegram:luna_rossi99"),
            ("t.me/luna_rossi99", "telegram:luna_rossi99"),
            ("https://telegram.me/Luna_Rossi99", "telegram:luna_rossi99"),
            ("tg://resolve?domain=luna_rossi99", "telegram:luna_rossi99"),
            ("tele: @luna_rossi99", "telegram:luna_rossi99"),
            ("https://www.instagram.com/luna.rossi99/", "instagram:luna.rossi99"),
            ("instagram.com/luna.rossi99?igsh=abc", "instagram:luna.rossi99"),
            ("https://www.facebook.com/profile.php?id=100012345678901", "facebook:100012345678901"),
            ("facebook.com/luna.rossi.5", "facebook:luna.rossi.5"),
            ("https://www.tiktok.com/@luna.rossi99/video/7301234567890123456", "tiktok:luna.rossi99"),
            ("https://x.com/luna_rossi99/status/1", "twitter:luna_rossi99"),
            ("https://www.snapchat.com/add/luna_rossi99", "snapchat:luna_rossi99"),
            ("discord: luna_rossi99", "discord:luna_rossi99"),
            ("discord luna_rossi#1234", "discord:luna_rossi#1234"),
            ("skype live:.cid.1a2b3c4d5e6f", "skype:live:.cid.1a2b3c4d5e6f"),
            ("kik luna_rossi99", "kik:luna_rossi99"),
            ("chiocciola luna_rossi99 su insta", "instagram:luna_rossi99"),
            ("＠luna_rossi99", "@luna_rossi99"),
            ("@ luna_rossi99 su telegram", "telegram:luna_rossi99"),
            // Near misses.
            ("telegram è meglio", ""),
            ("su instagram ho visto una foto", ""),
            ("instagram.com/reel/Cabc123", ""),
            ("t.me/+AbCdEf123456", ""),
            ("ci vediamo @ casa", ""),
            ("snap subito", ""),
            ("mail luna@gmail.com", ""),
            ("ig story di ieri", ""),
        ],
    );
}

#[test]
fn web_addresses() {
    table(
        webs,
        &[
            ("https://esempio.it/pagina", " https://esempio.it/pagina"),
            ("HTTP://Esempio.IT/Pagina", " http://esempio.it/Pagina"),
            ("(vedi http://esempio.it/a_(b)).", " http://esempio.it/a_(b)"),
            ("www.esempio.it", " https://www.esempio.it"),
            ("http://✪nome.ws/ejp", " http://✪nome.ws/ejp"),
            ("http://esempio.it/a?b=P1|0||P2|0", " http://esempio.it/a?b=P1|0||P2|0"),
            ("| http://esempio.it/a?b=1| x |", " http://esempio.it/a?b=1"),
            ("https://t.co/FNkPfmii- it's great", "shortener https://t.co/FNkPfmii"),
            ("esempio.it/a?b=c&d=e#f", " https://esempio.it/a?b=c&d=e#f"),
            ("hxxps://esempio[.]it/a", " https://esempio.it/a"),
            ("hxxp[:]//esempio(.)it", " http://esempio.it"),
            ("h**ps://esempio.it/a", " https://esempio.it/a"),
            ("https:// esempio.it/a", " https://esempio.it/a"),
            ("esempio[punto]it", " https://esempio.it"),
            ("esempio punto com", " https://esempio.com"),
            ("esempio dot com", " https://esempio.com"),
            ("esempio . com", " https://esempio.com"),
            ("bit.ly/3AbCdE", "shortener https://bit.ly/3AbCdE"),
            ("bit . ly / 3AbCdE", "shortener https://bit.ly/3AbCdE"),
            ("https://tinyurl.com/abc123", "shortener https://tinyurl.com/abc123"),
            ("https://xn--pypal-4ve.com/login", "punycode https://xn--pypal-4ve.com/login"),
            ("https://paypa1.com/x", "look_alike https://paypa1.com/x"),
            ("https://pаypal.com/x", "look_alike https://pаypal.com/x"),
            ("http://203.0.113.7:8080/a", " http://203.0.113.7:8080/a"),
            ("https://t.me/+AbCdEf123456", " https://t.me/+AbCdEf123456"),
            ("abcdefghij234567.onion", " https://abcdefghij234567.onion"),
            ("https://münchen.example/weg", " https://münchen.example/weg"),
            ("https://esempio.it/a\nhttps://esempio.it/b", " https://esempio.it/a |  https://esempio.it/b"),
            ("meet.google.com/abc-defg-hij", " https://meet.google.com/abc-defg-hij"),
            ("203.0.113.9", "ip 203.0.113.9"),
            ("203[.]0[.]113[.]9", "ip 203.0.113.9"),
            ("2001:db8:85a3::8a2e:370:7334", "ip 2001:db8:85a3::8a2e:370:7334"),
            // Near misses.
            ("ok.va bene", ""),
            ("sono qui.tu dove sei", ""),
            ("3.5.2", ""),
            ("ore 18.30/19.00", ""),
            ("1.2.3.4.5", ""),
            ("v1.2.3.4", ""),
            ("300.400.500.600", ""),
            ("file.pdf", ""),
            ("IMG-20240312.jpg", ""),
            ("il punto com'è", ""),
            ("etc.etc", ""),
        ],
    );
}
