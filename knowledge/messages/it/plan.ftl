# Argine · plan: what a plan is shown with. Facts are reasons: «perché ti chiede denaro (messaggi 4, 9)».
# $messages: the entries, joined by commas, or `none`; $count: how many; $more: how many are not listed.

entries-cited = { $messages ->
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

fact-crisis = ci sono segni che stai pensando di farti del male{ entries-cited }
fact-adult = hai detto di avere 18 anni o più{ entries-cited }
fact-minor = hai meno di 18 anni{ entries-cited }
fact-age_unknown = non sappiamo quanti anni hai, e per prudenza ti proteggiamo come chi ne ha meno di 18{ entries-cited }
fact-known_person = chi ti ricatta sembra una persona che conosci{ entries-cited }
fact-money_demand = ti chiede denaro{ entries-cited }
fact-sexual_demand = ti chiede altre immagini, atti o obbedienza{ entries-cited }
fact-threatened = ti minaccia{ entries-cited }
fact-published = il materiale è stato diffuso{ entries-cited }
fact-publication_claimed = dice di averlo già diffuso{ entries-cited }
fact-publication_risk = il materiale può essere diffuso{ entries-cited }
fact-deepfake = si parla di immagini create con un programma{ entries-cited }
fact-hacked = ci sono segni di un accesso al tuo account o dispositivo{ entries-cited }
fact-paid = hai pagato{ entries-cited }
fact-deadline_24h = ti ha dato una scadenza vicina{ entries-cited }
fact-contacts_threatened = nomina la tua famiglia, i tuoi amici, la scuola o il lavoro{ entries-cited }
fact-group_created = parla di un gruppo con persone che conosci{ entries-cited }
fact-impersonated = qualcuno si presenta con un nome che non è il suo{ entries-cited }
fact-defamed = ti accusa di cose false{ entries-cited }
fact-repeated_contact = ti cerca di continuo{ entries-cited }
fact-physical_danger = qualcuno vicino a te può farti del male{ entries-cited }
fact-fake_authority = si presenta come polizia, giudice o avvocato{ entries-cited }
fact-recorded_call = dice di aver registrato o preso il materiale senza il tuo consenso{ entries-cited }
fact-single_mail = è arrivato tutto per posta elettronica{ entries-cited }
fact-blocked_already = hai già bloccato il contatto{ entries-cited }
fact-omitted_media = l'esportazione non contiene foto e video{ entries-cited }
fact-connected = si collega a un altro reato che lo Stato persegue da solo{ entries-cited }
fact-kind-financial_gang = sembra un ricatto per denaro da parte di estranei{ entries-cited }
fact-kind-known_ex = sembra un ricatto di una persona che conosci{ entries-cited }
fact-kind-sexual_demand = sembra un ricatto per avere altre immagini o atti{ entries-cited }
fact-kind-spam_bluff = sembra un messaggio mandato a molte persone, senza materiale vero{ entries-cited }
fact-kind-fake_authority = sembra una falsa autorità{ entries-cited }
fact-kind-recovery_scam = sembra qualcuno che vende una cancellazione o un rimborso{ entries-cited }
fact-kind-lure = sembra un primo contatto che prepara un ricatto{ entries-cited }
fact-kind-disclosure = qualcuno ti ha confidato un ricatto, o lo hai confidato tu{ entries-cited }
fact-kind-other_scam = sembra un inganno per denaro, senza immagini intime{ entries-cited }
fact-kind-benign = non ci sono segni di ricatto{ entries-cited }
fact-country-it = ti trovi in Italia{ entries-cited }
fact-platform-whatsapp = è coinvolto WhatsApp{ entries-cited }
fact-platform-telegram = è coinvolto Telegram{ entries-cited }
fact-platform-instagram = è coinvolto Instagram{ entries-cited }
fact-platform-messenger = è coinvolto Messenger{ entries-cited }
fact-platform-facebook = è coinvolto Facebook{ entries-cited }
fact-platform-tiktok = è coinvolto TikTok{ entries-cited }
fact-platform-snapchat = è coinvolto Snapchat{ entries-cited }
fact-platform-youtube = è coinvolto YouTube{ entries-cited }
fact-platform-blogger = è coinvolto Blogger{ entries-cited }
fact-platform-x = è coinvolto X{ entries-cited }
fact-platform-reddit = è coinvolto Reddit{ entries-cited }
fact-platform-discord = è coinvolto Discord{ entries-cited }
fact-platform-dailymotion = è coinvolto Dailymotion{ entries-cited }
fact-platform-vimeo = è coinvolto Vimeo{ entries-cited }
fact-platform-tinder = è coinvolto Tinder{ entries-cited }
fact-platform-bumble = è coinvolto Bumble{ entries-cited }
fact-platform-badoo = è coinvolto Badoo{ entries-cited }
fact-platform-skype = è coinvolto Skype{ entries-cited }
fact-platform-google_search = è coinvolto Google{ entries-cited }
fact-platform-bing = è coinvolto Bing{ entries-cited }
fact-platform-meet = è coinvolto Google Meet{ entries-cited }
fact-platform-aylo = è coinvolto un sito per adulti{ entries-cited }
fact-platform-email = è coinvolta la posta elettronica{ entries-cited }
fact-platform-unknown = non sappiamo quale app è coinvolta{ entries-cited }
fact-paid_with-postepay = hai pagato con una ricarica Postepay{ entries-cited }
fact-paid_with-sepa = hai pagato con un bonifico{ entries-cited }
fact-paid_with-western_union = hai pagato con Western Union{ entries-cited }
fact-paid_with-moneygram = hai pagato con un servizio di trasferimento di denaro{ entries-cited }
fact-paid_with-paypal = hai pagato con PayPal{ entries-cited }
fact-paid_with-gift_card = hai pagato con una carta regalo{ entries-cited }
fact-paid_with-crypto = hai pagato con criptovaluta{ entries-cited }
fact-paid_with-card = hai pagato con una carta di pagamento{ entries-cited }
fact-paid_with-other = hai pagato con un mezzo che non conosciamo{ entries-cited }

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
plan-because = Perché { $reasons }.
plan-source = Fonte: { $source }
plan-checked-on = verificato il { $date }
plan-to-be-confirmed = da confermare
plan-stale = verificato il { $date }: potrebbe essere cambiato
plan-notes = A cosa fare attenzione
plan-phone = Telefono: { $phone }
plan-url = Sito: { $url }

## Helplines
opening-always = giorno e notte
opening-open_now = aperto adesso
opening-closed_now = chiuso adesso
opening-unknown = orario da verificare

## Offences
prosecution-ex_officio = lo Stato procede da solo, senza querela
prosecution-complaint = serve la tua querela
prosecution-depends = serve la tua querela, salvo alcuni casi
prosecution-term = { $months ->
    [one] querela entro un mese da quando lo hai saputo
   *[other] querela entro { $months } mesi da quando lo hai saputo
 }
prosecution-connected-note = Anche se si procede senza querela, presentala lo stesso entro 3 mesi: in tribunale il reato può cambiare nome.

## Terms
clock-open = Per stare sicuri: entro il { $safe }. Ultimo giorno: { $ends }.
clock-not-started = Comincia quando accade il fatto da cui si conta.
clock-ask_lawyer = Chiedi a un avvocato o alla Procura: il termine può essere più lungo o non valere per il tuo caso.
clock-counted-from = Contato dal { $date }: se lo hai saputo in un altro giorno, conta da quello.
