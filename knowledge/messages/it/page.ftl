# La pagina nel browser: una cosa per schermo, frasi corte, nessun allarme.

## Cornice
page-skip = Vai al contenuto
page-back = Indietro
page-exit = Esci
page-exit-left = { $count ->
    [one] Premi Maiusc ancora una volta per uscire.
   *[other] Premi Maiusc ancora { $count } volte per uscire.
}
page-exit-leaving = Stai uscendo.
page-help-bar = Aiuto sempre pronto
page-call-112 = 112
page-crisis-link = Penso di farla finita
page-menu-link = Indice
page-language = Lingua
page-loading = Un momento: arriva.
page-continue = Continua
page-not-loaded = Questa parte non è arrivata
page-not-loaded-explained = Forse non c'è rete. Torna indietro e riprova. I numeri di aiuto in basso funzionano sempre.
page-update = C'è una nuova versione della pagina.
page-update-reload = Usala adesso
page-cover-title = In pausa
page-cover-resume = Riprendi
page-on-this-phone = Quello che metti qui resta su questo dispositivo. Nessuno lo riceve e nessuno lo vede. Non serve registrarsi.

## Benvenuto
page-welcome-title = Non è colpa tua
page-welcome-lead = Non pagare. Qui sei al sicuro: facciamo una cosa alla volta.
page-welcome-question = Che cosa succede?
page-door-blackmail = Mi ricattano adesso
page-door-blackmail-more = Minacce, richieste di soldi o di altre foto
page-door-published = Hanno già pubblicato
page-door-published-more = Foto o video sono in giro, o così dicono
page-door-ex = È una persona che conosco
page-door-ex-more = Ex, partner, amico, collega
page-door-helping = Aiuto un'altra persona
page-door-helping-more = Figlio, amica, alunno, chiunque
page-door-profile = Ho un dubbio: questo profilo è vero?
page-welcome-exit = Per andare via subito: il tasto Esci in alto, oppure il tasto Maiusc tre volte. La cronologia del browser resta.
page-welcome-history = Come cancellare la cronologia

## Persona conosciuta: prima di scrivere
page-watched-title = Prima di scrivere: chi può vedere questo telefono?
page-watched-lead = Una persona vicina può controllare un telefono o un computer. Se hai un dubbio, usa un altro dispositivo.
page-watched-signs = Chiediti, con calma
page-watched-sign-1 = Sa cose che hai scritto solo qui?
page-watched-sign-2 = Conosce i tuoi codici, o ti ha regalato il telefono?
page-watched-sign-3 = Ha avuto in mano il telefono quando tu non c'eri?
page-watched-safer = Un modo più sicuro
page-watched-safer-1 = Usa il telefono di una persona di cui ti fidi, o un computer in biblioteca.
page-watched-safer-2 = Entra da un account che la persona non conosce.
page-watched-safer-3 = Su questo telefono non cambiare nulla in fretta: chi controlla se ne può accorgere.
page-watched-lines = Chi ti aiuta se hai paura di una persona
page-watched-go-on = Vado avanti da qui
page-watched-leave = Esco e uso un altro dispositivo

## Primi dieci minuti
page-first-title-blackmail = I primi dieci minuti
page-first-title-published = Hanno pubblicato: si parte da qui
page-first-title-ex = Una persona che conosci
page-first-title-helping = Stai aiutando qualcuno
page-first-title-profile = Un profilo che non convince
page-first-lead = Un passo alla volta. Puoi fermarti quando vuoi.
page-first-steps = Che cosa fare
page-first-how = Segna quello che hai fatto. Tocca «Come si fa» per vedere i passi.
page-how = Come si fa
page-later = Non ora, più tardi
page-undo = Rimetti fra le cose da fare
page-beware = Attenzione:
page-done-count = { $count ->
    [one] Hai fatto una cosa. È un buon inizio.
   *[other] Hai fatto { $count } cose.
}
page-never-title = Che cosa non fare
page-source = Fonte:
page-source-none = Fonte: conoscenza generale.
page-checked = Controllato il { $date }.
page-checked-not-confirmed = Controllato il { $date }, in parte ancora da confermare.
page-month-1 = gennaio
page-month-2 = febbraio
page-month-3 = marzo
page-month-4 = aprile
page-month-5 = maggio
page-month-6 = giugno
page-month-7 = luglio
page-month-8 = agosto
page-month-9 = settembre
page-month-10 = ottobre
page-month-11 = novembre
page-month-12 = dicembre
page-list-and = e
page-list-or = o
page-because = Nel tuo caso: { $reasons }.
page-to-evidence = Metti al sicuro le prove
page-to-plan = Vedi il tuo piano
page-to-plan-without = Non ho la chat: rispondo a poche domande
page-to-conversation = Leggi la chat con le note
page-to-complaint = Prepara la denuncia

## Età
page-age-question = Quanti anni hai?
page-age-question-other = Quanti anni ha la persona colpita?
page-age-why = Serve per darti i passi giusti. Sotto i 18 anni, o se non lo dici, nessuna immagine viene aperta.
page-age-missing = Scegli una risposta. Puoi anche non dirlo.
page-age-under-14 = Meno di 14
page-age-14-17 = Da 14 a 17
page-age-adult = 18 o più
page-age-unknown = Preferisco non dirlo
page-custodian-question = Chi sei per la persona colpita?
page-custodian-guardian = Un genitore o il tutore
page-custodian-representative = Un'altra persona che aiuta

## Prove
page-evidence-title = Metti al sicuro le prove
page-evidence-lead = Aggiungi la chat. Il programma la legge qui, ti dice che cosa succede e che cosa fare.
page-evidence-young = Le immagini non vengono mai aperte. Di ognuna si prende solo l'impronta: una fila di cifre che non mostra nulla.
page-evidence-pick = Chat esportata, zip, e-mail, schermate
page-pick = Scegli i file
page-drop = Puoi anche trascinarli qui, o incollarli.
page-evidence-paste = Oppure incolla qui i messaggi
page-evidence-paste-add = Aggiungi questo testo
page-evidence-pasted-name = testo
page-evidence-list = Che cosa hai aggiunto
page-evidence-only-here = solo su questo dispositivo
page-evidence-remove = Togli
page-evidence-added = { $count ->
    [one] Aggiunto. C'è un file.
   *[other] Aggiunto. Ci sono { $count } file.
}
page-evidence-removed = Tolto: { $name }
page-evidence-pictures = Delle schermate il programma prende l'impronta. Le parole che si vedono le puoi scrivere tu.
page-to-pictures = Scrivi che cosa si legge
page-evidence-read = Leggi e dimmi che cosa fare
page-export-title = Come esportare una chat
page-export-note = I nomi dei menu cambiano nel tempo.
page-export-whatsapp = WhatsApp
page-export-whatsapp-how = Apri la chat. Tocca i tre puntini o il nome, poi «Esporta chat», poi «Senza media». Su Android puoi scegliere subito questa pagina, se l'hai aggiunta alla schermata Home.
page-export-telegram = Telegram
page-export-telegram-how = Si fa dal programma per computer: apri la chat, tre puntini, «Esporta cronologia chat», formato JSON, senza foto e video.
page-export-instagram = Instagram, Messenger, Facebook
page-export-instagram-how = Nel Centro gestione account scegli «Scarica le tue informazioni», solo i messaggi, formato JSON. Ci può volere tempo: intanto fai delle schermate.
page-export-other = Un'altra app
page-export-other-how = Fai delle schermate con nome e ora ben visibili. Copia i messaggi e incollali qui.

## Motore
page-engine-consent = Serve un programma di { $size }. Si scarica una volta e lavora qui: nessun file esce da questo dispositivo.
page-engine-missing = In questa copia della pagina manca il programma che legge. I passi, i numeri e i consigli ci sono tutti.
page-engine-failed = Il programma non è arrivato. Quello che hai aggiunto è ancora qui. Riprova tra poco; i numeri da chiamare funzionano comunque.
page-engine-ended = Il programma si è fermato a metà. Quello che hai aggiunto è ancora qui. Riprova. Se si ferma ancora, togli il file più grande.
page-stopped = Fermato. Quello che hai aggiunto è ancora qui.
page-stop = Ferma
page-progress-loading = Arriva il programma che legge…
page-progress-reading = Leggo i messaggi…
page-progress-recognising = Cerco i segni del ricatto…
page-progress-planning = Preparo il tuo piano…
page-progress-printing = Scrivo la denuncia in PDF: su un telefono ci vuole un po'…
page-progress-sealing = Sigillo le prove…

## Che cosa succede
page-happening-title = Che cosa sta succedendo
page-happening-nothing-read = Non sono riuscito a leggere una chat in quello che hai aggiunto.
page-happening-self-harm = Nei messaggi ci sono parole di grande dolore. Prima vieni tu: qui c'è chi ti ascolta.
page-happening-not-your-fault = Non è colpa tua.
page-happening-still = Il programma può sbagliare, soprattutto con pochi messaggi. Se ti minacciano, vale quello che dici tu.
page-no-case = Qui non c'è ancora nessuna chat. Aggiungila e torna qui.
page-confidence-almost-certain = I segni sono molti e chiari.
page-confidence-likely = I segni sono chiari.
page-confidence-possible = I segni ci sono, ma non bastano per essere certi.
page-confidence-uncertain = I segni sono pochi: può essere anche altro.
page-confidence-others = Potrebbe essere anche: { $kinds }.
page-owner-question = Chi sei tu in questa chat?
page-owner-again = Leggi di nuovo
page-stages-title = A che punto è
page-stage-now = ora sei qui
page-proofs-title = Le tre prove di un ricatto
page-proof-found = trovata
page-proof-not-found = non trovata in questi messaggi
page-tactics-title = { $count ->
    [one] Una mossa riconosciuta
   *[other] { $count } mosse riconosciute
}
page-tactics-more = { $count ->
    [one] Un'altra mossa
   *[other] Altre { $count } mosse
}
page-tactics-lead = Sono le mosse che il programma ha trovato. Sotto ognuna c'è dove si legge.
page-quotes-show = Mostra dove si legge (messaggio { $number })
page-quotes-more = { $count ->
    [one] E in un altro messaggio.
   *[other] E in altri { $count } messaggi.
}
page-quotes-against = Che cosa fa pensare il contrario
page-message = Messaggio { $number }
page-findings = { $count ->
    [one] Una cosa che non ho potuto leggere
   *[other] { $count } cose che non ho potuto leggere
}

## Conversazione con le note
page-conversation-title = La chat, con le note
page-conversation-lead = Accanto ai messaggi che provano qualcosa c'è una nota. Le parole sono coperte: le scopri solo se vuoi.
page-conversation-words = Mostra le parole dei messaggi
page-conversation-only-noted = Solo i messaggi con una nota
page-conversation-hidden = parole coperte
page-conversation-notes = Note
page-conversation-against = fa pensare il contrario
page-conversation-read = Messaggi mostrati: { $read } su { $all }.
page-conversation-more = Mostra altri messaggi

## Piano
page-plan-title = Il tuo piano
page-plan-now = Adesso
page-plan-empty = Per ora non c'è altro da fare. Riposa, se puoi.
page-plan-after = { $count ->
    [one] Dopo c'è un altro passo
   *[other] Dopo ci sono altri { $count } passi
}
page-plan-aside = Messe da parte: { $count }
page-plan-done = Fatte: { $count }
page-plan-lines = Chi ti risponde, gratis
page-plan-of-door = Questo piano vale per molte situazioni come la tua.
page-plan-of-answers = Questo piano nasce dalle tue risposte.
page-plan-answer = Rispondi a poche domande e diventa il tuo
page-plan-answer-again = Cambia le risposte
page-to-notices = Scrivi una richiesta
page-routes-title = Dove segnalare e far togliere
page-routes-lead = I posti che compaiono nel tuo caso, con che cosa toccare.
page-removals-title = Chiedere la rimozione: a chi, come, in quanto tempo
page-removals-lead = Una richiesta completa si scrive una volta e si manda a ogni posto.
page-removal-to = A chi si manda
page-removal-asks = Che cosa chiede
page-removal-time = In quanto tempo
page-removal-time-hours = { $hours } ore dalla richiesta completa.
page-removal-time-none = Non c'è un numero di ore fissato.
page-offences-title = Come la legge chiama quello che succede
page-offences-lead = Sono indicazioni. Il nome giusto lo decide chi giudica.
page-offence-prosecution = Come si procede: { $how }
page-open-title = Cose che solo tu sai
page-open-lead = Puoi lasciare tutto vuoto. Quello che dici cambia il piano subito.
page-open-later = Se hai già mandato una richiesta
page-open-facts = Segna quello che è vero. Se non lo sai, lascia vuoto.
page-open-published = Qualcosa è già stato diffuso.
page-open-paid = Ho già pagato.
page-open-known-person = Conosco di persona chi mi scrive.
page-open-hacked = Qualcuno è entrato in un mio account.
page-open-deepfake = L'immagine è falsa, fatta con un programma.
page-open-blocked-already = Ho già bloccato chi mi scrive.
page-open-physical-danger = Ho paura che qualcuno vicino mi faccia del male.
page-open-guardian-risk = Il pericolo può venire da casa.
page-day-learned-on = Quando lo hai saputo?
page-day-published-on = Quando è stato diffuso?
page-day-paid-on = Quando è partito il denaro?
page-day-notice-sent = Quando hai mandato la richiesta completa?
page-day-decision-received = Quando ti hanno risposto di no?
page-clocks-title = Date utili
page-clocks-lead = Sono i termini della legge, con calma. Se una data è passata, chiedi lo stesso.
page-clock-safe = Entro il { $date }
page-clock-ask = Chiedi a un avvocato o alla Procura: il termine può essere più lungo.
page-clock-not-started = Non è ancora cominciato.
page-clock-say-day = Scrivi sopra il giorno, e qui compare la data.
page-clock-more = Che cosa vuol dire
page-warn-title = Avvisare qualcuno?
page-warn-why = Perché
page-warn-how = Come dirlo
page-warn-how-lead = Parole pronte, che non dicono che cosa è successo. Manda il messaggio a una persona alla volta.
page-warn-never-all = Non scrivere a tutti i contatti: farebbe il danno che vuoi evitare.
page-lines-more = { $count ->
    [one] Un'altra linea
   *[other] Altre { $count } linee
}
page-opening-always = Giorno e notte
page-opening-open-now = Risponde adesso
page-opening-closed-now = Chiuso adesso
page-opening-unknown = Orario da controllare
page-call = Chiama { $phone }
page-website = Apri il sito

## Domande
page-questions-title = Poche domande
page-questions-lead = Una alla volta. «Non lo so» va sempre bene, e puoi fermarti quando vuoi.
page-questions-place = Domanda { $place } di { $all }
page-questions-back = Alla domanda prima
page-questions-enough = Basta così: fai il piano
page-questions-run = Fai il piano
page-questions-again = Rivedi le risposte
page-questions-end = Grazie, basta così
page-questions-end-lead = Le risposte restano solo qui, finché la pagina è aperta.
page-questions-skip = Vai al piano senza scaricare nulla
page-question-yes = Sì
page-question-no = No
page-question-unknown = Non lo so
page-question-many = Puoi segnare più di una risposta
page-question-door = Che cosa succede?
page-question-safe = { $who ->
    [other] La persona che aiuti pensa di farsi del male o di morire?
   *[self] Stai pensando di farti del male o di morire?
}
page-question-who = Chi scrive?
page-question-wanted = Che cosa vuole?
page-question-spread = Ha già mandato o pubblicato qualcosa?
page-question-where = Dove scrive, o dove ha pubblicato?
page-question-shown = { $who ->
    [other] Nella mail c'era una sua immagine?
   *[self] Nella mail c'era una tua immagine?
}
page-question-paid = È già partito del denaro?
page-question-paid-how = In che modo?
page-question-named = { $who ->
    [other] Ha nominato la sua famiglia, gli amici, la scuola o il lavoro?
   *[self] Ha nominato la tua famiglia, gli amici, la scuola o il lavoro?
}
page-question-false-image = L'immagine è falsa, fatta con un programma?
page-question-danger = { $who ->
    [other] La persona che aiuti ha paura che qualcuno vicino le faccia del male?
   *[self] Hai paura che qualcuno vicino ti faccia del male?
}
page-question-guardian = { $who ->
    [other] Il pericolo può venire da casa sua?
   *[self] Il pericolo può venire da casa tua?
}
page-question-blocked = { $who ->
    [other] Ha già bloccato chi scrive?
   *[self] Hai già bloccato chi scrive?
}
page-answer-door-blackmail = Minacce e richieste, adesso
page-answer-door-published = Qualcosa è già stato pubblicato
page-answer-door-ex = È una persona conosciuta
page-answer-door-helping = Aiuto un'altra persona
page-answer-safe-yes = Sì
page-answer-safe-unsure = Non lo so
page-answer-safe-no = No
page-answer-who-stranger = Una persona mai vista dal vivo
page-answer-who-known = Una persona conosciuta dal vivo
page-answer-who-authority = Dice di essere polizia, giudice o avvocato
page-answer-wanted-money = Denaro
page-answer-wanted-images = Altre immagini, atti, o che si obbedisca
page-answer-wanted-both = Denaro e anche immagini
page-answer-wanted-nothing = Nulla di preciso: minaccia e basta
page-answer-spread-yes = Sì, l'ho visto o me l'hanno detto
page-answer-spread-claimed = Lo dice, ma nessuno lo ha visto
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
page-answer-where-email = Solo o anche per e-mail
page-answer-paid-how-sepa = Bonifico
page-answer-paid-how-postepay = Ricarica Postepay
page-answer-paid-how-card = Carta di pagamento
page-answer-paid-how-paypal = PayPal
page-answer-paid-how-gift-card = Carta regalo o buono
page-answer-paid-how-crypto = Criptovaluta
page-answer-paid-how-western-union = Western Union
page-answer-paid-how-moneygram = MoneyGram o un servizio simile
page-answer-paid-how-other = In un altro modo

## Schermate
page-pictures-title = Scrivi che cosa si legge
page-pictures-lead = Le frasi più importanti bastano. Diventano messaggi del tuo caso, con il nome della schermata accanto.
page-pictures-young = Le schermate restano chiuse. Guardale nella galleria del telefono, se te la senti, e scrivi qui le frasi.
page-pictures-undressed = In queste schermate si vede qualcuno nudo o poco vestito?
page-pictures-undressed-why = Se non si vede nessuno, la schermata può stare accanto al testo mentre scrivi.
page-pictures-undressed-no = No, nessuno
page-pictures-undressed-unsure = Non lo so
page-pictures-undressed-yes = Sì
page-pictures-closed = Le schermate restano chiuse: si prende solo l'impronta. Puoi scrivere le frasi lo stesso.
page-pictures-alt = La schermata { $name }
page-pictures-done = Ho finito
page-typed-who = Chi lo ha scritto?
page-typed-me = Io
page-typed-own = Io
page-typed-other = Altra persona
page-typed-who-missing = Scegli chi lo ha scritto.
page-typed-sender = Il suo nome nella chat, se lo vuoi mettere
page-typed-day = Giorno, se si legge
page-typed-time = Ora, se si legge
page-typed-text = Il messaggio, parola per parola
page-typed-text-missing = Scrivi il messaggio.
page-typed-add = Aggiungi questo messaggio
page-typed-added = { $count ->
    [one] Aggiunto. Da questa schermata c'è un messaggio.
   *[other] Aggiunto. Da questa schermata ci sono { $count } messaggi.
}
page-typed-removed = Messaggio tolto.
page-typed-column-day = data
page-typed-column-sender = chi
page-typed-column-text = testo
page-typed-column-picture = schermata

## Farla finita
page-crisis-title = Resta qui un momento
page-crisis-lead = Quello che senti è pesante, e non devi portarlo senza nessuno accanto. Adesso serve qualcuno con te.
page-crisis-call-112 = Chiama il 112
page-crisis-act-1 = Se pensi di farti del male adesso, chiama il 112. Puoi dire solo: «Sto pensando di farla finita».
page-crisis-act-2 = Vai da una persona, o chiedile di venire. Non serve spiegare tutto.
page-crisis-act-3 = Dai il telefono con la chat a chi è con te. I messaggi possono aspettare.
page-crisis-lines = Chi ti ascolta
page-crisis-words = Non devi dire il tuo nome. Puoi dire solo come stai.
page-crisis-rest = Il resto di questa pagina resta qui e può aspettare.
page-crisis-back = Torna dove eri
page-crisis-question = Stai pensando di farti del male o di morire?
page-crisis-question-why = Te lo chiediamo subito, perché conta più di tutto il resto.
page-crisis-answer-yes = Sì
page-crisis-answer-unsure = Non lo so
page-crisis-answer-no = No, vai al piano

## Immagini
page-images-title = Proteggi le tue immagini
page-images-lead = Di ogni foto o video si calcola un'impronta: una fila di cifre che non mostra nulla.
page-images-young = Nessuna immagine viene mostrata qui, nemmeno in piccolo. Si calcola solo l'impronta.
page-images-adult = Le immagini non vengono mostrate e non vengono copiate. Si calcola solo l'impronta.
page-images-pick = Foto o video
page-images-chosen = { $count ->
    [one] Hai scelto un file.
   *[other] Hai scelto { $count } file.
}
page-images-run = Calcola le impronte
page-images-made = { $count ->
    [one] Una impronta pronta
   *[other] { $count } impronte pronte
}
page-images-save = Salva le impronte in un file di testo
page-images-then = Il passo dopo: { $name }
page-images-open = Apri { $name }
page-images-leaves = È un altro sito: si apre in un'altra scheda.

## Denuncia
page-complaint-title = La denuncia
page-complaint-without = Per preparare il testo serve una chat. Che cosa fare senza chat è scritto nel tuo piano.
page-complaint-lead = Il testo nasce dai tuoi messaggi. Tu dici che cosa è giusto e riempi gli spazi. Ogni spazio può restare vuoto.
page-complaint-facts = È andata così?
page-complaint-facts-lead = Questi fatti li ha letti il programma. Vale la tua parola.
page-complaint-more-facts = { $count ->
    [one] Un altro fatto
   *[other] Altri { $count } fatti
}
page-fact-messages = Messaggi: { $messages }
page-fact-confirmed = È così
page-fact-corrected = Quasi: lo correggo
page-fact-rejected = Non è così
page-fact-correction = Com'è andata davvero
page-complaint-own-words = Qualcosa da aggiungere con parole tue
page-complaint-preview = Mostra la denuncia
page-complaint-note = Leggila con calma prima di firmare. Dove si presenta è scritto nel tuo piano.
page-print = Stampa
page-download-html = Scarica per il browser (HTML)
page-download-text = Scarica il testo (TXT)
page-download-odt = Scarica da modificare (ODT)

## PDF
page-pdf-lead = Il PDF è un documento solo, con le pagine numerate. Si prepara qui: non si carica nulla da nessuna parte.
page-pdf-italian = Il PDF della denuncia è quello da stampare, firmare e presentare.
page-pdf-consent = Per il PDF serve un altro programma, di { $size }: pesa più del primo. Si scarica solo se lo chiedi, una volta, e poi funziona anche senza rete. Se per il tuo telefono è troppo, stampa da qui: il testo è lo stesso.
page-pdf-here = Il programma per il PDF è già su questo dispositivo.
page-pdf-run = Scarica in PDF
page-pdf-loading = Arriva il programma per il PDF…
page-pdf-writing = Scrivo le pagine: su un telefono ci vuole un po'…
page-pdf-done = Il PDF è pronto: è tra i file scaricati.
page-pdf-failed = Il PDF non è riuscito. Non hai perso nulla: lo stesso testo è in questa pagina, da stampare o da copiare.

## Segnalazioni
page-notices-title = Chiedi di togliere il materiale
page-notices-lead = Scegli la richiesta. Prepariamo il testo da incollare nel modulo del sito.
page-notices-young = Non allegare mai l'immagine. Se non vuoi dire il tuo nome, leggi sotto ogni richiesta se serve.
page-notices-list = Mostra le richieste possibili
page-notices-where = Che cosa vuoi chiedere
page-notices-write = Scrivi il testo
page-notices-missing = Mancano alcune cose
page-notices-text = Testo da copiare
page-notice-capacity = Chi sei
page-notice-mandate = Il mandato che hai
page-copy = Copia il testo
page-copied = Copiato.
page-copy-failed = Questo browser non lo permette: tieni premuto sul testo e copialo.

## Verifica
page-verify-title = Verifica un fascicolo
page-verify-lead = Controlla che un fascicolo sigillato sia ancora com'era. Il file resta su questo dispositivo.
page-verify-pick = Il fascicolo (zip)
page-verify-run = Verifica
page-verify-note = Il fascicolo si verifica anche senza questa pagina: le istruzioni sono dentro, nel file LEGGIMI.
page-check-passed = A posto.
page-check-failed = Da guardare.

## Profilo
page-profile-title = Questo profilo è vero?
page-profile-lead = Di' quello che sai e incolla i primi messaggi. Ti dico che cosa parla di un'esca e che cosa di una persona vera.
page-profile-told = Che cosa sai del profilo
page-profile-told-why = Puoi lasciare in bianco quello che non sai. Nessuno cerca questa persona.
page-profile-approach = Come è cominciata
page-profile-age = Da quanto esiste il profilo
page-profile-age-weeks = da meno di un mese
page-profile-age-months = da uno o due mesi
page-profile-age-year = da alcuni mesi
page-profile-age-years = da più di un anno
page-profile-followers = Follower
page-profile-following = Persone che segue
page-profile-posts = Post
page-profile-mutual-contacts = Contatti in comune
page-profile-photos-found-elsewhere = Ho trovato le sue foto con un altro nome
page-profile-verified = L'app dice che il profilo è verificato
page-profile-messages = I primi messaggi
page-profile-messages-how = Se scrivete in due, metti «lei:» o «io:» davanti a ogni riga. Va bene anche la chat copiata.
page-profile-look = Guarda il profilo
page-profile-threat = Qui c'è già una minaccia.
page-profile-threat-go = Che cosa fare adesso
page-profile-rules = Cinque regole che valgono sempre
page-profile-then = Che cosa puoi fare

## Il mio caso
page-case-title = Il tuo caso
page-case-lead = Senza che tu lo chieda non viene salvato nulla. Chiudi la pagina e non c'è più.
page-case-here = Che cosa c'è adesso
page-case-empty = Niente.
page-case-sealed = Salva il fascicolo sigillato
page-case-sealed-lead = È un file zip con le prove, le impronte e il sigillo. Lo puoi consegnare alla polizia o a un avvocato.
page-case-sealed-passphrase = Frase segreta per il file, se ne vuoi una
page-case-sealed-run = Prepara e scarica
page-case-sealed-done = Scaricato. Il file è nella cartella dei download: chi usa questo dispositivo lo può vedere.
page-case-sealed-pdf = Dentro c'è anche la denuncia in PDF, con i campi da riempire.
page-case-sealed-html = Dentro c'è anche la denuncia, come pagina da stampare.
page-keep-title = Tienilo su questo dispositivo
page-keep-lead = Solo se vuoi. Viene chiuso con una frase segreta: senza la frase non si apre, nemmeno noi possiamo.
page-keep-passphrase = Frase segreta
page-keep-note = Vanno bene quattro o cinque parole a caso, una dopo l'altra.
page-keep-run = Chiudi e tieni
page-keep-done = Fatto. Lo ritrovi qui con la frase segreta.
page-reopen-title = Riapri il caso salvato
page-reopen-passphrase = La tua frase segreta
page-reopen-run = Riapri
page-erase-title = Cancella tutto
page-erase-lead = Toglie da questo dispositivo tutto quello che questa pagina ha scritto: caso, programma, copia per quando manca la rete.
page-erase-run = Cancella tutto
page-erase-sure = Quello che non hai scaricato va perso. Cancello?
page-erase-yes = Sì, cancella
page-erase-no = No, torna indietro
page-erase-done = Fatto: di questa pagina non resta nulla nella memoria del browser.
page-erase-failed = Qualcosa non si è cancellato. Chiudi le altre schede di questa pagina e riprova.
page-erase-not-title = Che cosa non possiamo cancellare
page-erase-not = La cronologia del browser e i file che hai scaricato. Li puoi cancellare tu: trovi come nella pagina «Come funziona».

## Come funziona
page-about-title = Come funziona questa pagina
page-about-lead = È un programma libero. Lavora dentro il tuo browser e non manda nulla a nessuno.
page-about-exit = Uscire in fretta
page-about-exit-how = Tocca Esci, o premi il tasto Maiusc tre volte. Lo schermo si copre subito e al suo posto appare una pagina sul meteo. Quello che non hai salvato va perso. Un caso che hai salvato resta chiuso dalla tua frase segreta.
page-about-history = La cronologia
page-about-history-lead = Il browser ricorda che sei passato di qui, con un nome neutro: «Appunti». Solo tu lo puoi cancellare.
page-about-history-how = Apri il menu del browser, poi Cronologia. Cerca la riga «Appunti» e togli solo quella: una cronologia vuota si nota di più.
page-about-offline = Senza rete
page-about-offline-ready = La pagina è già su questo dispositivo: si apre anche senza rete.
page-about-offline-not = Per ora la pagina ha bisogno della rete.
page-about-check = Come controllare
page-about-check-how = Metti il telefono in modalità aereo e prova: la pagina legge lo stesso. Il browser ha l'ordine di non parlare con nessun altro sito.
page-about-engine = Il programma pesa { $size } e si scarica solo quando lo chiedi.
page-about-version = Versione dei consigli: { $version }
page-about-licence = Argine, licenza AGPL-3.0 o successiva. Nessuna pubblicità, nessuna statistica.
page-about-without-script = Le stesse indicazioni in una pagina semplice

## Indice
page-menu-title = Indice
page-menu-now = Adesso
page-menu-tools = Strumenti
page-menu-more = Altro
page-menu-to-first = I primi dieci minuti
page-menu-to-evidence = Metti al sicuro le prove
page-menu-to-happening = Che cosa sta succedendo
page-menu-to-questions = Poche domande per il tuo piano
page-menu-to-plan = Il tuo piano
page-menu-to-images = Proteggi le tue immagini
page-menu-to-complaint = La denuncia
page-menu-to-notices = Chiedi di togliere il materiale
page-menu-to-case = Il tuo caso: salva o cancella
page-menu-to-profile = Questo profilo è vero?
page-menu-to-verify = Verifica un fascicolo
page-menu-to-about = Come funziona questa pagina
page-menu-to-welcome = Torna all'inizio

## Pagine senza JavaScript
page-plain-note = Questa è la versione semplice: ci sono tutti i passi e i numeri. Per leggere una chat, calcolare impronte o sigillare serve JavaScript.
page-plain-open = Apri la versione completa
page-plain-doors = Altre situazioni
page-plain-age = Per la tua età
page-plain-age-minor = Ho meno di 18 anni
page-plain-age-adult = Ho 18 anni o più
page-plain-exit = Il collegamento Esci apre una pagina sul meteo. La cronologia del browser resta: cancellala tu.
page-plain-weather = Meteo
page-plain-weather-lead = Previsioni del tempo
