//! The words that say what a number or a name is, and what each of them says.
//!
//! Words are written here in ASCII and lower case, because the clean text has no accents and the search folds case.
//! A word that ends with `*` is a stem; every other one must stand alone.

/// What a word near a candidate says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Cue {
    Phone,
    /// "Number" of whatever.
    Number,
    FrenchPhone,
    SpanishPhone,
    EnglishPhone,
    GermanPhone,
    Platform(&'static str),
    WesternUnion,
    MoneyGram,
    Ria,
    Sendwave,
    Remitly,
    /// "Codice del trasferimento" without a name of who moves the money.
    TransferCode,
    Card,
    Iban,
    TaxCode,
    Coin(&'static str),
    Gift(&'static str),
    NameOf,
    Currency(&'static str),
    /// A verb that wants money, before a bare sum.
    Demand,
    /// "Your": what follows belongs to whom is spoken to.
    Yours,
    /// "My".
    Mine,
    /// "Send it to": where the money is wanted.
    PayTo,
    /// "I sent it to": where money went.
    Sent,
    /// "Order number", "parcel": what follows is no trace.
    Other,
    SpelledAt,
    /// "Dot" as a word.
    SpelledDot,
    /// "First name", before a colon: the rest of the name stands under a label of its own.
    NamePart,
    /// "You have", "I give you": a length of time follows.
    Granted,
    /// "Within": a length or a point in time follows.
    Within,
    /// "In", "tra", "dans": a limit only where something is threatened or wanted.
    Ahead,
    /// "Before", "until": a point in time follows.
    Until,
    /// "Left", "rimasti": a length of time stands before.
    Left,
    /// Threat, payment, publication.
    Pressure,
    /// The name of a month, 1 to 12.
    Month(i8),
    /// A unit of time.
    Unit,
    /// "BIC", "SWIFT".
    Bic,
    /// "TRN", "CRO": the reference of a bank transfer.
    BankReference,
    /// "Transaction id", "tx".
    Transaction,
    PayPal,
    /// First-person errands: "arrivo", "call you".
    Errand,
}

impl Cue {
    /// One bit per sort of cue, whatever it carries.
    pub(crate) const fn bit(self) -> u64 {
        1 << self.sort()
    }

    /// A number per sort of cue, whatever it carries.
    pub(crate) const fn sort(self) -> u8 {
        match self {
            Self::Phone => 0,
            Self::FrenchPhone => 1,
            Self::SpanishPhone => 2,
            Self::Platform(_) => 3,
            Self::WesternUnion => 4,
            Self::MoneyGram => 5,
            Self::Ria => 6,
            Self::Sendwave => 7,
            Self::Remitly => 8,
            Self::TransferCode => 9,
            Self::Card => 10,
            Self::Iban => 11,
            Self::TaxCode => 12,
            Self::Coin(_) => 13,
            Self::Gift(_) => 14,
            Self::NameOf => 15,
            Self::Currency(_) => 16,
            Self::Demand => 17,
            Self::Yours => 18,
            Self::Mine => 19,
            Self::PayTo => 20,
            Self::Other => 21,
            Self::SpelledAt => 22,
            Self::Granted => 23,
            Self::Within => 24,
            Self::Ahead => 25,
            Self::Until => 26,
            Self::Left => 27,
            Self::Pressure => 28,
            Self::Errand => 29,
            Self::Number => 30,
            Self::Month(_) => 31,
            Self::Unit => 32,
            Self::Bic => 33,
            Self::BankReference => 34,
            Self::Transaction => 35,
            Self::PayPal => 36,
            Self::EnglishPhone => 37,
            Self::GermanPhone => 38,
            Self::SpelledDot => 39,
            Self::NamePart => 40,
            Self::Sent => 41,
        }
    }
}

pub(crate) const WORDS: &[(Cue, &str)] = &[
    (
        Cue::Phone,
        "whatsapp|whatsap|whats app|wa|wapp|wzp|telefono|telefon*|telephone|cellulare|cell|tel|phone|mobile|portable|movil|celular|\
         chiama*|richiama*|call|call me|text me|sms|scrivimi|messaggiami|squilla*|contattami|contatta*|handy|\
         sms|viber|signal|imo|ruf mich|ruf an|liga*|contact",
    ),
    (Cue::Number, "numero|number|nummer"),
    (Cue::FrenchPhone, "appelle*|mon numero|ton numero|portable|ecris moi|au numero|telephone|rappelle*|joindre au"),
    (
        Cue::EnglishPhone,
        "call me|text me|phone me|ring me|reach me|hit me up|my number|my cell|my phone|phone number|whatsapp me|call us|call or text|\
         my whatsapp|whatsapp number|mobile number|cell number|contact number",
    ),
    (Cue::GermanPhone, "ruf mich|ruf an|meine nummer|handynummer|handy|schreib mir|schreibe mir|telefonnummer"),
    (Cue::SpanishPhone, "llama*|mi numero|movil|escribeme|escribe al|mi telefono|mi cel|mi whatsapp"),
    (Cue::Platform("instagram"), "instagram|insta|ig|instagramm|instaa"),
    (Cue::Platform("telegram"), "telegram|tg|telegr|tele|telegramm"),
    (Cue::Platform("snapchat"), "snapchat|snap|sc"),
    (Cue::Platform("tiktok"), "tiktok|tik tok"),
    (Cue::Platform("facebook"), "facebook|fb|messenger"),
    (Cue::Platform("twitter"), "twitter"),
    (Cue::Platform("discord"), "discord"),
    (Cue::Platform("skype"), "skype"),
    (Cue::Platform("kik"), "kik"),
    (Cue::Platform("wire"), "wire app"),
    (Cue::Platform("threads"), "threads"),
    (Cue::Platform("wechat"), "wechat"),
    (Cue::Platform("line"), "line id"),
    (Cue::Platform("zangi"), "zangi"),
    (Cue::Platform("onlyfans"), "onlyfans"),
    (Cue::Platform("badoo"), "badoo"),
    (Cue::Platform("tinder"), "tinder"),
    (Cue::WesternUnion, "mtcn|m.t.c.n|m.t.c.n.|m t c n|western union|westernunion|western|wu|western unio"),
    (Cue::MoneyGram, "moneygram|money gram|mgi"),
    (Cue::Ria, "ria|ria money|riamoney"),
    (Cue::Sendwave, "sendwave"),
    (Cue::Remitly, "remitly"),
    (
        Cue::TransferCode,
        "codice trasferimento|codice del trasferimento|codice di trasferimento|codice transazione|codice della transazione|\
         codice del pagamento|codice di ritiro|codice ritiro|numero di controllo|numero controllo|control number|tracking number mtcn|\
         money transfer|transfer code|transfer number|code de transfert|code de retrait|numero de control|codigo de transferencia|\
         codigo de retiro|codigo de envio|abholcode|kontrollnummer",
    ),
    (
        Cue::Card,
        "carta|carte|card|postepay|poste pay|poste-pay|ricarica*|prepagata|hype|tarjeta|karte|credit card|debit card|cartao|visa|\
         mastercard|recharge|carte bancaire|revolut|numero carta",
    ),
    (
        Cue::Iban,
        "iban|bonifico|bonifici|virement|coordinate bancarie|conto corrente|bank transfer|transferencia|uberweisung|rib",
    ),
    (Cue::TaxCode, "codice fiscale|cod fiscale|cod. fiscale|cod.fisc|cod fisc|c.f|cf|tax code|fiscal code"),
    (Cue::Coin("btc"), "btc|bitcoin|bitcoins|bit coin"),
    (Cue::Coin("ltc"), "ltc|litecoin"),
    (Cue::Coin("eth"), "eth|ethereum|erc20|erc-20|bep20|bnb|usdc"),
    (Cue::Coin("tron"), "trx|tron|trc20|trc-20|usdt|tether"),
    (Cue::Coin("xmr"), "xmr|monero"),
    (Cue::Coin("xrp"), "xrp|ripple"),
    (Cue::Coin("sol"), "sol|solana|phantom"),
    (Cue::Coin("ton"), "ton|toncoin"),
    (Cue::Coin("bch"), "bch|bitcoin cash|bitcoincash"),
    (Cue::Coin(""), "wallet|crypto|cripto*|criptovalut*|crypto address"),
    (Cue::Gift("itunes"), "itunes|apple gift card|apple card|carta apple|carte apple|gift card apple"),
    (Cue::Gift("google_play"), "google play|googleplay|play store"),
    (Cue::Gift("amazon"), "amazon"),
    (Cue::Gift("steam"), "steam"),
    (Cue::Gift("paysafecard"), "paysafecard|paysafe|paysafe card|psc"),
    (Cue::Gift("neosurf"), "neosurf"),
    (Cue::Gift("transcash"), "transcash|trans cash"),
    (Cue::Gift("pcs"), "pcs|pcs mastercard"),
    (Cue::Gift("toneo"), "toneo|toneo first"),
    (Cue::Gift("razer"), "razer|razer gold"),
    (Cue::Gift("xbox"), "xbox"),
    (Cue::Gift("playstation"), "psn|playstation"),
    (Cue::Gift("netflix"), "netflix"),
    (Cue::Gift("cashlib"), "cashlib"),
    (Cue::Gift("zalando"), "zalando"),
    (
        Cue::Gift(""),
        "gift card|giftcard|gift cards|buono regalo|buoni regalo|carta regalo|carte regalo|carte cadeau|tarjeta regalo|tarjeta de regalo|\
         voucher|coupon|gutschein|cartao presente|codice buono|codice regalo|recharge",
    ),
    (
        Cue::NameOf,
        "intestata a|intestato a|intestati a|intestate a|intestata|intestato|intestatario|intestataria|a nome di|a nome|beneficiario|\
         beneficiaria|destinatario|nome e cognome|nome del beneficiario|nome beneficiario|nome intestatario|titolare|in the name of|\
         under the name|under the name of|name of the receiver|account name|account holder|card holder|cardholder|beneficiary|\
         beneficiary name|receiver|receiver name|receivers name|receiver's name|recipient|recipient name|al nombre de|a nombre de|\
         titular|nombre del beneficiario|au nom de|nom du beneficiaire|beneficiaire|nom et prenom|titulaire|auf den namen|auf den namen von|\
         empfanger|kontoinhaber|em nome de|no nome de|registered to|in favore di|a favore di|en faveur de|a favor de",
    ),
    (Cue::Currency("EUR"), "€|eur|euro|euros|euri|eurini|eur.|balles"),
    (
        Cue::Currency("USD"),
        "$|usd|u$d|dollari|dollaro|dollar|dollars|dolares|dolar|bucks|us dollar|us dollars|u.s. dollars|dollari americani",
    ),
    (Cue::Currency("GBP"), "£|gbp|livres|sterline|sterlina|pound|pounds|livres sterling|libras|libra|quid|pfund"),
    (Cue::Currency("JPY"), "¥|jpy|yen|yens|yenes"),
    (
        Cue::Currency("CHF"),
        "chf|franchi svizzeri|franchi|franco svizzero|francs suisses|swiss francs|franken|francos suizos|francos",
    ),
    (Cue::Currency("XOF"), "xof|xaf|fcfa|cfa|francs cfa|franchi cfa|f cfa|francs|franc cfa"),
    (
        Cue::Currency("CAD"),
        "cad|c$|c $|cad$|cad $|$cad|$ cad|can$|$c|$ c|dollari canadesi|canadian dollars|dollars canadiens|dolares canadienses",
    ),
    (
        Cue::Currency("AUD"),
        "aud|a$|aud$|aud $|$aud|dollari australiani|australian dollars|dollars australiens|dolares australianos",
    ),
    (
        Cue::Currency("HKD"),
        "hkd|hk$|hk $|$hk|$ hk|dollari di hong kong|hong kong dollars|dollars de hong kong|dolares de hong kong",
    ),
    (Cue::Currency("MAD"), "mad|dh|dhs|dirham|dirhams"),
    (Cue::Currency("NGN"), "₦|ngn|naira"),
    (Cue::Currency("PHP"), "₱|php|philippine pesos"),
    (Cue::Currency("MXN"), "mxn|pesos|peso"),
    (Cue::Currency("BRL"), "brl|reais|r$"),
    (Cue::Currency("INR"), "₹|inr|rupees|rupee|rupia|roupie|rupie|rupias|roupies"),
    (Cue::Currency("RUB"), "₽|rub|rubli|rublo|ruble|rouble|rubles|roubles|rublos"),
    (Cue::Currency("CNY"), "元|cny|rmb|chinese yuan|yuan|yuans|yuanes|renminbi"),
    (Cue::Currency("PLN"), "pln|zloty"),
    (Cue::Currency("RON"), "ron"),
    (Cue::Currency("TND"), "tnd|dinari|dinars"),
    (Cue::Currency("BTC"), "₿|btc|bitcoin|bitcoins"),
    (Cue::Currency("ETH"), "eth|ether|ethereum"),
    (Cue::Currency("USDT"), "usdt|tether"),
    (Cue::Currency("LTC"), "ltc|litecoin"),
    (Cue::Currency("XMR"), "xmr|monero"),
    (
        Cue::Demand,
        "voglio|vogliamo|mandami|mandaci|manda|mandi|inviami|invia|inviare|mandare|dammi|datemi|pagami|paga|pagare|pagherai|paghi|versa|\
         versami|versare|servono|servirebbero|bisogno di|bastano|costa|costera|prezzo|chiedo|ricarica|trova|prestami|\
         i want|i need|send me|send|pay me|pay|give me|transfer|price is|you pay|just pay|\
         je veux|envoie|envoie moi|envoyer|paie|paye|payer|paies|payes|donne|donne moi|verse|tu vas payer|\
         quiero|mandame|enviame|envia|paga|pagas|pagar|dame|deposita|depositame|necesito|\
         ich will|schick|schick mir|zahl|zahle|uberweise|quero|manda me|me manda|me paga",
    ),
    (
        Cue::Yours,
        "tuo|tua|tuoi|tue|suo numero|vostro|vostra|your|ur|ton|ta|tes|votre|tu numero|tu correo|tu email|tu cuenta|tu telefono|\
         tu instagram|tu perfil|tu iban|dein|deine|seu|sua|teu",
    ),
    (Cue::Mine, "mio|mia|miei|mie|my|mon|mes|mi numero|mi correo|mi cuenta|mi email|mein|meine|meu|minha"),
    (
        Cue::PayTo,
        "manda a|manda su|manda qui|manda tutto qui|invia qui|mando a|mando su|mando i soldi*|send here|pay here|send it here|pay into|envoie ici|\
         paie ici|paga aqui|envia aqui|manda aqui|bonifica a|bonifica su|accredita su|manda i soldi*|invia a|invia su|mandali a|mandali su|invia i soldi*|paga qui|paga su|paga a|versa su|versa a|\
         ricarica*|bonifico a|bonifico su|fai un bonifico|pay to|pay with|send to|send it to|send the money|send money|transfer to|\
         deposit to|envoie sur|envoie a|envoie l'argent|paie sur|virement sur|envia a|manda el dinero|deposita en|paga en|transfiere a",
    ),
    (
        Cue::Sent,
        "ho mandato|ho inviato|ho pagato|ho versato|ho fatto il bonifico|ho fatto un bonifico|ho bonificato|ho ricaricato|ho fatto la ricarica|\
         ho fatto una ricarica|i sent|i paid|i have sent|i have paid|i've sent|i've paid|i transferred|j'ai envoye|j'ai paye|j'ai vire|\
         j'ai fait le virement|j'ai fait un virement|he enviado|he pagado|he mandado|he hecho la transferencia|mande a|pague a",
    ),
    (
        Cue::Other,
        "camera|stanza|room|chambre|habitacion|zimmer|ordine|ordine n|order|order no|pacco|tracking|spedizione|id|cod|ref|rif|hash|ddt|fattura|invoice|p.iva|partita iva|pratica|\
         protocollo|biglietto|prenotazione|booking|commande|pedido|bestellung|ticket|ean|isbn|imei|seriale|matricola|colis|paquete|paket|\
         commit|volo|codice prenotazione|pin bancomat",
    ),
    (Cue::Month(1), "gennaio|gen|january|jan|janvier|janv|enero|ene|januar|janeiro"),
    (Cue::Month(2), "febbraio|feb|february|fevrier|fevr|fev|febrero|februar|fevereiro"),
    (Cue::Month(3), "marzo|mar|march|mars|marz|marco"),
    (Cue::Month(4), "aprile|apr|april|avril|avr|abril|abr"),
    (Cue::Month(5), "maggio|mag|may|mai|mayo|maio"),
    (Cue::Month(6), "giugno|giu|june|jun|juin|junio|juni|junho"),
    (Cue::Month(7), "luglio|lug|july|jul|juillet|juil|julio|juli|julho"),
    (Cue::Month(8), "agosto|ago|august|aug|aout"),
    (Cue::Month(9), "settembre|set|sett|september|sep|sept|septembre|septiembre|setembro"),
    (Cue::Month(10), "ottobre|ott|october|oct|octobre|octubre|oktober|okt|outubro"),
    (Cue::Month(11), "novembre|nov|november|noviembre|novembro"),
    (Cue::Month(12), "dicembre|dic|december|dec|decembre|diciembre|dezember|dez|dezembro"),
    (
        Cue::Unit,
        "seg|segs|secondi|secondo|sec|secs|second|seconds|seconde|secondes|segundo|segundos|minuti|minuto|min|mins|minute|minutes|minutos|minutini|\
         h|hr|hrs|ora|ore|hour|hours|heure|heures|hora|horas|oretta|giorno|giorni|gg|day|days|jour|jours|dia|dias|giornata|\
         settimana|settimane|week|weeks|semaine|semaines|semana|semanas|mese|mesi|month|months|mois|mes|meses|\
         anno|anni|year|years|yr|yrs|an|ans|annee|annees|ano|anos|mezzora|decennio|decenni|decade|decades|decennie|decennies|decada|\
         stunde|stunden|tag|tage|tagen|woche|wochen|minuten|sekunden|jahr|jahre|monat|monate",
    ),
    (Cue::Bic, "bic|swift|bic/swift|codice bic|code bic|swift code|codigo bic|codigo swift"),
    (Cue::BankReference, "cro|trn|codice cro|codice trn|uetr|numero cro"),
    (
        Cue::Transaction,
        "transaction|transazione|transaccion|txid|tx id|tx hash|txhash|tx|hash|id transazione|transaction id|numero transazione|\
         blockchain|etherscan|explorer",
    ),
    (Cue::NamePart, "nome|first name|given name|prenom|nombre|vorname"),
    (Cue::SpelledDot, "punto|dot|point|ponto"),
    (Cue::PayPal, "paypal|pay pal"),
    (
        Cue::SpelledAt,
        "chiocciola|chiocciolina|(at)|[at]|{at}|<at>|{chiocciola}|(arroba)|[arroba]|(arobase)|[arobase]|(chiocciola)|[chiocciola]|arroba|arobase|at|(a)|_at_|klammeraffe",
    ),
    (
        Cue::Granted,
        "hai|avete|ti do|vi do|ti lascio|ti concedo|ti restano|ti rimangono|ti resta|ti rimane|ti rimane solo|hai tempo|ultimi|ultime|ultima|\
         you have|you've|you got|u have|u got|you only have|you've got|i give you|i'll give you|ill give you|giving you|i am giving you|i'm giving you|\
         give you|last|final|tu as|t'as|tas|vous avez|je te donne|je vous donne|je te laisse|je vous laisse|il te reste|il vous reste|\
         dernieres|derniers|tienes|teneis|tiene|te doy|te quedan|te queda|os doy|le doy|ultimos|ultimas|du hast|ihr habt|ich gebe dir|\
         voce tem|vc tem|o senhor tem|tem ate|tens|disponi di|dispone di|lei ha|sie haben|te dou|dou te|dou-te|you are left with|countdown|timer",
    ),
    (
        Cue::Within,
        "entro|within|nel giro di|in the next|nelle prossime|nei prossimi|le prossime|i prossimi|in meno di|in less than|less than|en menos de|\
         en moins de|moins de|d'ici|dans les|dans les prochaines|dans les prochains|en las proximas|en los proximos|dentro de|innerhalb|innerhalb von|\
         binnen|in den nachsten|dentro das proximas|nas proximas|no later than|non oltre|al massimo|scadenza|deadline|au plus tard|a mas tardar|before the next|sous|no plazo de|en el plazo de|spatestens in",
    ),
    (Cue::Ahead, "tra|fra|in|dans|en|em|dopo|after|apres"),
    (
        Cue::Until,
        "prima di|prima delle|prima che|prima dell'|prima della|fino alle|fino a|tempo fino|before|by|until|till|til|avant|jusqu'a|jusque|\
         antes de|antes de las|hasta|hasta las|vor|bis|ate|antes das|avant que|antes da|antes do|prima del|prima dello|fino al|afore",
    ),
    (
        Cue::Left,
        "left|remaining|rimasti|rimaste|rimanenti|restanti|restants|restantes|ubrig|di tempo|de temps|de tiempo|to pay|per pagare|pour payer|para pagar",
    ),
    (
        Cue::Pressure,
        "pag*|soldi|euro|euros|denaro|ricarica*|bonifico|invio|inviero|mando|mandero|manda|mandi|pubblic*|posto|postero|diffond*|condivid*|tuoi amici|\
         tua famiglia|tuoi contatti|tutti|rovin*|denunc*|lo vedranno|vedranno|send*|pay*|publish*|post|posting|share|leak*|expose*|money|ruin*|your friends|\
         your family|everyone|viral|upload*|envoi*|envoy*|pai*|publi*|argent|diffus*|partag*|tes amis|ta famille|envi*|comparti*|difund*|dinero|sub*|tus amigos|\
         tu familia|todos|arruin*|zahl*|veroffent*|schick*|geld|deine freunde|postar|dinheiro|$|€|o pubblico|video|foto|photo|photos|nude*|upload",
    ),
    (
        Cue::Errand,
        "chiamo|richiamo|arrivo|arriviamo|torno|sono li|sono da|vediamo|sentiamo|finisco|esco|parto|passo|inizia|comincia|parte|call you|call u|be there|be back|\
         arrive|arriving|meet|see you|leaving|starts|rappelle|j'arrive|arrive|on se voit|rentre|llamo|llego|nos vemos|vuelvo|salgo|ruf dich|bin da|chego|ligo|\
         ti scrivo|te escribo|je t'ecris|text you|appelle|cuocere|forno|pausa|consegna|riunione|treno|lezione|cena|pranzo|dinner|lunch|meeting",
    ),
];
