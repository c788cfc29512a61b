# Argine · plan: what a plan is shown with. Facts are reasons: «richiesta di denaro (messaggi 4, 9)»; si leggono nel piano e nella denuncia.
# because-cited: $fact: the words of the fact; $messages: the entries, joined by commas, or `none`; $count: how many; $more: how many are not listed.

because-cited = { $fact }{ $messages ->
    [none] {""}
   *[other] {" "}({ $count ->
        [one] messaggio
       *[other] messaggi
    } { $messages }{ $more ->
        [0] {""}
        [one] {" "}e un altro
       *[other] {" "}e altri { $more }
    })
 }

fact-crisis = segni di pensieri di farsi del male
fact-adult = età: 18 anni o più
fact-minor = età: meno di 18 anni
fact-age-unknown = età non indicata: per prudenza vale la protezione di chi ha meno di 18 anni
fact-known-person = chi ricatta sembra una persona conosciuta
fact-money-demand = richiesta di denaro
fact-sexual-demand = richiesta di altre immagini, di atti o di obbedienza
fact-threatened = minacce
fact-published = materiale diffuso
fact-publication-claimed = chi scrive dice di aver già diffuso il materiale
fact-publication-risk = rischio che il materiale sia diffuso
fact-deepfake = immagini create con un programma
fact-hacked = segni di accesso a un account o a un dispositivo
fact-paid = denaro inviato
fact-deadline-24h = scadenza vicina
fact-contacts-threatened = minacce che riguardano famiglia, amici, scuola o lavoro
fact-group-created = gruppo con persone conosciute, creato o annunciato
fact-impersonated = uso del nome di un'altra persona
fact-defamed = accuse false
fact-repeated-contact = messaggi o chiamate continui
fact-physical-danger = pericolo da parte di una persona vicina
fact-fake-authority = chi scrive si presenta come polizia, giudice o avvocato
fact-recorded-call = videochiamata registrata o materiale preso senza consenso
fact-single-mail = tutto arrivato per posta elettronica
fact-blocked-already = contatto già bloccato
fact-omitted-media = foto e video non presenti nell'esportazione
fact-under-14 = età: meno di 14 anni
fact-guardian-risk = il pericolo può venire da un genitore o da chi fa le sue veci
fact-connected = collegamento con un reato che lo Stato persegue da solo
fact-kind-financial-gang = segni di ricatto per denaro da parte di estranei
fact-kind-known-ex = segni di ricatto da parte di una persona conosciuta
fact-kind-sexual-demand = segni di ricatto per avere altre immagini o atti
fact-kind-spam-bluff = segni di un messaggio mandato a molte persone, senza materiale vero
fact-kind-fake-authority = segni di una falsa autorità
fact-kind-recovery-scam = segni di chi vende una cancellazione o un rimborso
fact-kind-lure = segni di un primo contatto che prepara un ricatto
fact-kind-disclosure = un ricatto confidato a qualcuno
fact-kind-other-scam = segni di un inganno per denaro, senza immagini intime
fact-kind-benign = nessun segno di ricatto
fact-country-it = luogo: Italia
fact-country-fr = luogo: Francia
fact-country-de = luogo: Germania
fact-country-es = luogo: Spagna
fact-country-gb = luogo: Regno Unito
fact-country-us = luogo: Stati Uniti
fact-country-ca = luogo: Canada
fact-country-au = luogo: Australia
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
fact-platform-aylo = sito per adulti
fact-platform-email = posta elettronica
fact-platform-unknown = app non conosciuta
fact-paid-with-postepay = pagamento con una ricarica Postepay
fact-paid-with-sepa = pagamento con un bonifico
fact-paid-with-western-union = pagamento con Western Union
fact-paid-with-moneygram = pagamento con un servizio di trasferimento di denaro
fact-paid-with-paypal = pagamento con PayPal
fact-paid-with-gift-card = pagamento con una carta regalo
fact-paid-with-crypto = pagamento con criptovaluta
fact-paid-with-card = pagamento con una carta di pagamento
fact-paid-with-other = pagamento con un mezzo che non conosciamo

## Headings
plan-title = Cosa fare adesso
plan-first = La prima cosa
plan-then = Poi
plan-when-safe = Quando sei al sicuro
plan-crisis = Prima vieni tu. Il resto può aspettare.
plan-never-title = Cosa non fare mai
plan-helplines-title = Chi può aiutarti, senza costi
plan-routes-title = Come segnalare alle piattaforme
plan-offences-title = Quali reati indicare nella denuncia
plan-offences-note = Sono indicazioni: decide il magistrato. Prima di firmare puoi chiedere a un avvocato.
plan-clocks-title = Entro quando
plan-empty = Non ci sono passi da fare adesso. Se qualcosa cambia, torna qui.

## Labels
plan-step = Passo { $number }: { $title }
plan-why = Perché serve
plan-how = Come
plan-helps = Chi aiuta
plan-because = Perché: { $reasons }.
plan-source = Fonte: { $source }
plan-checked-on = verificato il { $date }
plan-to-be-confirmed = da confermare
plan-stale = verificato il { $date }: potrebbe essere cambiato
plan-notes = A cosa fare attenzione
plan-phone = Telefono: { $phone }
plan-url = Sito: { $url }

## Helplines
opening-always = giorno e notte
opening-open-now = aperto adesso
opening-closed-now = chiuso adesso
opening-unknown = orario da verificare

## Offences
prosecution-ex-officio = lo Stato procede da solo, senza querela
prosecution-complaint = serve la tua querela
prosecution-depends = serve la tua querela, salvo alcuni casi
prosecution-ask-police = chiedi alla polizia del Paese come si procede
prosecution-term = { $months ->
    [one] querela entro un mese da quando lo hai saputo
   *[other] querela entro { $months } mesi da quando lo hai saputo
 }
prosecution-connected-note = Anche se si procede senza querela, presentala lo stesso entro 3 mesi: in tribunale il reato può cambiare nome.

## Terms
clock-open = Per stare sicuri: entro il { $safe }. Ultimo giorno: { $ends }.
clock-not-started = Comincia quando accade il fatto da cui si conta.
clock-ask-lawyer = Chiedi a un avvocato o alla Procura: il termine può essere più lungo o non valere per il tuo caso.
clock-counted-from = Contato dal { $date }: se lo hai saputo in un altro giorno, conta da quello.
