# Argine · plan: il comando che mostra il piano di un fascicolo, i segni, i contatti; i pacchetti.

heading-outline = TUTTO IL PIANO
heading-dos = CHE COSA AIUTA
heading-warn = AVVISARE QUALCUNO?
heading-exposed = CHI POTREBBE ESSERE RAGGIUNTO
heading-sentinels = CHI PUÒ ACCORGERSENE
heading-messages = PAROLE PRONTE, CHE NON RIVELANO NULLA

line-crisis-question = Stai pensando di farti del male o di morire? Puoi dirlo così com'è a chi risponde. Chiederlo non mette l'idea in testa.
line-plan-behind = { $count ->
    [one] Dopo c'è ancora un passo. Uno alla volta: quello che serve prima è qui sopra.
   *[other] Dopo ci sono altri { $count } passi. Uno alla volta: quello che serve prima è qui sopra.
 }
line-plan-on-hold = { $count ->
    [one] C'è ancora un passo, e può aspettare. Resta qui.
   *[other] Ci sono altri { $count } passi, e possono aspettare. Restano qui.
 }
line-outline = Per segnare un passo: --done 2. Per una parte: --done 2.1. Se non fa per te: --skip 2. Se non ora: --later 2. Tutto per intero: --all.
line-case-plan = Per vedere il piano e segnare quello che hai fatto: argine plan { $case }
line-exposed = { $count ->
    [one] Nelle liste c'è un contatto.
   *[other] Nelle liste ci sono { $count } contatti.
 }
line-sentinels = Poche persone fidate possono dirti se nasce un gruppo o se arriva qualcosa. Scegli chi ti è vicino: chi ricatta mira lì, quindi la probabilità vera è più alta di questa.
line-chance = Con { $count } persone: { $chance } casi su cento, per un gruppo di { $group } scelto a caso.
line-enough = { $count ->
    [one] Per nove casi su dieci ne basta una.
   *[other] Per nove casi su dieci ne servono { $count }.
 }
line-tick-contact = Quando hai parlato con qualcuno, segnalo: --warned e il suo nome utente.
line-messages = Scegli il tono. Manda il messaggio a una persona alla volta, e solo a chi hai scelto.
line-record = Controllato il { $checked }, da ricontrollare entro il { $review }. Affidabilità: { $confidence }.
line-bundle = { $file }: pacchetti della versione { $version }, firmati. Chi li usa deve conoscere questa chiave: { $key }
label-applies = Vale se:{" "}

closeness-named = Nominati da chi ti ricatta: { $count }
closeness-close = Fra gli amici stretti: { $count }
closeness-mutual = Vi seguite a vicenda o siete amici: { $count }
closeness-address-book = Nella rubrica: { $count }
closeness-one-way = Solo follower o solo seguiti: { $count }
close-named = chi ti ricatta l'ha nominato
close-close = amici stretti
close-mutual = vi seguite a vicenda
close-address-book = rubrica
close-one-way = follower o seguito

warn-advice-nobody = Per ora non serve avvisare nessuno.
warn-advice-one-person = Basta una persona fidata, per te. Agli altri non serve dire nulla.
warn-advice-circle = Parla con una o due persone vicine a chi è stato nominato. Agli altri non serve dire nulla.
warn-advice-who-may-have-received = Avvisa, una alla volta, le persone che possono aver ricevuto qualcosa.
warn-never-all = Un avviso a tutta la rubrica crea il danno che vuoi evitare: non lo consigliamo mai.
warn-factor-contacts_named = chi ti ricatta ha fatto il nome di qualcuno che conosci
warn-factor-quiet_for_long = sono passate due settimane dalla prima minaccia e non risulta nulla di diffuso
warn-factor-no_material = ha i segni di un bluff o di una truffa: di solito non c'è materiale
warn-tone-short = Breve
warn-tone-warm = Vicino
warn-tone-formal = Formale
warn-message-short = Qualcuno può scriverti fingendosi me o parlando di me. Non aprire link o file, non rispondere, e dimmi chi ti ha scritto.
warn-message-warm = Ciao, ti chiedo una mano. C'è chi sta cercando di infastidirmi online e potrebbe scrivere anche a te. Se ti arriva qualcosa, o se ti mettono in un gruppo, non aprire nulla e non mandarlo ad altri: dimmi solo chi era. Grazie, per me conta molto.
warn-message-formal = Le scrivo perché qualcuno potrebbe contattarla a mio nome, o parlando di me. La prego di non aprire allegati o link, di non inoltrarli e di farmi sapere chi l'ha contattata. La cosa è già seguita da chi di dovere.

ask-learned_on = Quando hai saputo della minaccia o della diffusione? Il termine si conta da quel giorno: --learned-on 2026-11-20
ask-notice_sent = Quando hai mandato la richiesta completa? Scrivi giorno e ora della ricevuta: --notice-sent 2026-11-21T10:15
ask-published_on = Quando è stato diffuso? --published-on 2026-11-20
ask-paid_on = Quando è partito il denaro? --paid-on 2026-11-20
ask-decision_received = Quando ti hanno risposto di no? --decision-received 2026-11-20
ask-event = Non c'è un giorno da contare per te.
clock-answer-by = Devono rispondere entro il { $ends }.

help-argine-plan = Mostra il piano di un fascicolo e che cosa viene dopo; segna quello che hai fatto.
help-argine-knowledge-show = Mostra un fatto o un passo, con fonti e date.
help-argine-knowledge-bundle = Mette una cartella di pacchetti in un solo file e lo firma con la chiave di questo dispositivo.
help-arg-done = Segna come fatto un passo (2), una parte (2.1) o un nome come it.step.stop_all
help-arg-skip = Segna un passo che non fa per te
help-arg-later = Rimanda un passo: torna dopo quelli che puoi fare ora
help-arg-reopen = Toglie il segno da un passo
help-arg-self-harm = Risposta alla domanda «stai pensando di farti del male?»
help-arg-say = Una cosa che la chat non dice e tu sai
help-arg-learned-on = Giorno in cui hai saputo del fatto
help-arg-notice-sent = Giorno, o giorno e ora, in cui è arrivata la tua richiesta completa
help-arg-published-on = Giorno della diffusione
help-arg-paid-on = Giorno del pagamento
help-arg-decision-received = Giorno in cui la piattaforma ha risposto
help-arg-contacts = Esportazioni con follower, amici o rubrica: dice chi può essere raggiunto e se avvisare
help-arg-warned = Segna un contatto con cui hai parlato
help-arg-all = Tutto il piano, con termini, reati e segnalazioni
help-arg-knowledge = Usa questi pacchetti al posto di quelli del programma; la firma sta accanto, con .minisig
help-arg-knowledge-key = La chiave pubblica di chi li ha firmati, o il file che la contiene
help-arg-id = Il nome di un fatto, come it.cp.629.1

problem-plan-step = Nel piano non c'è «{ $value }»: usa il numero che vedi accanto al passo, come 2 o 2.1.
problem-plan-date = Non capisco la data «{ $value }»: scrivila come 2026-11-20.
problem-plan-unreadable = Non riesco a leggere { $value }: controlla il fascicolo con argine case verify.
problem-plan-contacts = In { $value } non trovo liste di contatti: servono i file con follower, amici o rubrica.
problem-knowledge-key = «{ $value }» non è una chiave pubblica: serve la riga che comincia con RW, o il file che la contiene.
problem-knowledge-signature = Non uso { $value }: nessuna chiave fidata l'ha firmato. Scarica di nuovo il file e la sua firma.
problem-knowledge-older = Non uso pacchetti più vecchi di quelli che ho già. { $value }
problem-knowledge-form = Questi pacchetti non si possono usare. { $value }
problem-knowledge-record = Non conosco «{ $value }»: scrivi il nome per intero, come it.cp.629.1.
