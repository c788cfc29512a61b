# Argine · la conversazione con i segni a margine

explained-title = La conversazione, con i segni a margine
explained-private = Questa pagina contiene la conversazione. Tienila privata come la chat. Immagini e video non ci sono.
explained-what = Che cosa sta succedendo
explained-stage = A che punto è:
explained-urgency = Urgenza:
explained-proofs = Le tre prove del ricatto sessuale
explained-proof-found = ci sono segni nei messaggi
explained-proof-not-found = nessun segno
explained-message = messaggio
explained-next = Che cosa succede di solito dopo
explained-source = Fonti: { $sources }. Controllato il { $checked }.
explained-stale = Il controllo è scaduto: può essere cambiato.
explained-to-be-confirmed = Da confermare.
explained-more-notes = { $count ->
    [one] E un altro segno.
   *[other] E altri { $count } segni.
}
explained-legend = Come si legge
explained-conversation = I messaggi
explained-folded = { $count ->
    [one] Un messaggio senza segni: { $first }
   *[other] { $count } messaggi senza segni, da { $first } a { $last }
}
explained-side-other = chi ricatta, secondo i segni
explained-side-person = persona colpita
explained-side-app = scritto dall'app
explained-hurts = Parole che possono fare male. Aprile solo se vuoi.
explained-mark = parole segnate
explained-mark-means = sono le parole su cui si regge un segno.
explained-alarm = Da qui in poi i segni bastano per l'allarme
explained-demand = Chiede { $sum }
explained-payment = Dice di aver pagato { $sum }
explained-deadline = Scadenza imposta: { $due }
explained-flag-self-harm = Parole che fanno pensare a farsi del male
explained-flag-minor = Segni che la persona ha meno di 18 anni
explained-flag-physical-danger = Segni di un pericolo fisico
explained-no-verdict = Sono segni, non un verdetto. Dove non ci sono segni non vuol dire che sei al sicuro. Argine può non capire e può sbagliare.
explained-engine = Argine { $version }, regole { $rules }

explained-sort-flag = Attenzione
explained-sort-flag-means = cambia tutto il resto: pericolo, età, pubblicazione.
explained-sort-alarm = Allarme
explained-sort-alarm-means = il messaggio in cui i segni diventano abbastanza.
explained-sort-proof = Prova
explained-sort-proof-means = una delle tre prove del ricatto.
explained-sort-stage = Fase
explained-sort-stage-means = a che punto è il ricatto.
explained-sort-tactic = Mossa
explained-sort-tactic-means = che cosa fa l'altra persona, e a che cosa serve.
explained-sort-sum = Somma o scadenza
explained-sort-sum-means = soldi chiesti o pagati, e limiti di tempo imposti.
explained-sort-trace = Traccia
explained-sort-trace-means = un telefono, un conto, un indirizzo.
explained-sort-against = Contro
explained-sort-against-means = che cosa fa pensare ad altro: uno scherzo, un debito, parole riportate.
explained-sort-opinion = Secondo parere
explained-sort-opinion-means = lo dice un modello su questo computer; non è una prova.

explained-written = La conversazione con i segni a margine è in { $file }. Tienila privata.
problem-html-one = Con --html dai un solo file: { $value } sono troppi.
