# Argine · primo contatto

screen-heading = QUESTO PROFILO È VERO?
screen-verdict-lure = Ci sono segni di un'esca: qualcuno che si avvicina per preparare un ricatto o una truffa.
screen-verdict-real = Quello che mi hai detto parla di una persona vera. Non è una garanzia.
screen-verdict-unsure = Non si può dire. { $reasons ->
    [0] Mi hai detto troppo poco.
   *[other] I segni sono pochi, o vanno in due direzioni.
}
screen-likelihood-very-likely = molto probabile che sia un'esca
screen-likelihood-likely = probabile che sia un'esca
screen-likelihood-open = non si può dire
screen-likelihood-unlikely = poco probabile che sia un'esca
screen-label-likelihood = Quanto è probabile:{" "}
screen-label-for-lure = Che cosa fa pensare a un'esca
screen-label-for-real = Che cosa fa pensare a una persona vera
screen-nothing-for-lure = Non ho trovato segni.
screen-threat = Qui c'è già una minaccia. Dai la chat intera a «argine respond»: ti dice che cosa fare adesso.
screen-rests-field = { $field }: { $value }
screen-rests-message = messaggio { $number } · «{ $quote }»
screen-used = Ho guardato i primi { $used ->
    [one] messaggio
   *[other] { $used } messaggi
} di { $messages }.
screen-not-understood = Non ho capito e non ho usato: { $list }
screen-ask = Per capire di più dimmi: da quando esiste il profilo, quanti lo seguono e quanti ne segue, come vi siete scritti, i primi messaggi.
screen-no-check = Argine non cerca il profilo in rete e non apre foto: sa solo quello che gli hai detto.
screen-rules = CINQUE REGOLE CHE VALGONO SEMPRE
screen-yes = sì
screen-no = no

screen-field-platform = dove
screen-field-handle = nome utente
screen-field-name = nome
screen-field-bio = descrizione
screen-field-age-claimed = età dichiarata
screen-field-account-age-days = giorni di vita del profilo
screen-field-followers = quanti lo seguono
screen-field-following = quanti ne segue
screen-field-posts = post
screen-field-photos = foto
screen-field-verified = verificato
screen-field-mutual-contacts = contatti in comune
screen-field-location-claimed = luogo dichiarato
screen-field-how-they-came = come è cominciato
screen-field-known-for-days = da quanti giorni vi conoscete
screen-field-met-in-person = visto di persona
screen-field-photos-found-elsewhere = foto trovate altrove

screen-approach-stranger = ha scritto per primo uno sconosciuto
screen-approach-dating-app = app di incontri
screen-approach-game = gioco
screen-approach-group = gruppo in comune
screen-approach-wrong-number = numero sbagliato
screen-approach-known-person = una persona che conosci
screen-approach-met-in-person = vi siete conosciuti di persona
screen-approach-school-or-work = scuola o lavoro
screen-approach-i-wrote-first = hai scritto tu
screen-approach-sale = un annuncio

screen-new-account = il profilo è nuovo
screen-follows-many = segue molte più persone di quante lo seguono
screen-few-posts = ha pochi post e segue molti profili
screen-few-photos = ha poche foto
screen-photos-elsewhere = le foto sono state trovate con un altro nome
screen-came-as-stranger = ti ha cercato qualcuno che non conosci
screen-wrong-number = tutto comincia con un numero sbagliato
screen-known-person = dici che è una persona che conosci
screen-met = vi siete visti di persona
screen-known-for-long = vi conoscete da molto tempo
screen-from-life = vi lega un gruppo, la scuola o il lavoro
screen-you-wrote-first = il contatto è partito da te
screen-old-account = il profilo esiste da più di un anno
screen-verified = la piattaforma ha verificato il profilo
screen-large-following = lo seguono in molti e pubblica da tempo
screen-balanced = segue e lo seguono quasi in tanti, e pubblica
screen-mutual = avete molti contatti in comune
screen-many-photos = ha molte foto

screen-move = vuole passare a un'altra app o avere il numero
screen-move-soon = lo chiede già nei primi messaggi
screen-here-bad = dice che su questa app entra poco o non sta bene
screen-video = vuole una videochiamata nei primi messaggi
screen-alone = chiede se sei da solo o se vivi da solo
screen-face = vuole vedere il volto
screen-exchange = propone uno scambio: prima uno, poi l'altro
screen-offers-picture = offre per primo una sua immagine intima
screen-your-picture = chiede una tua foto
screen-intimate = parla presto di intimità
screen-praise = fa complimenti nei primi messaggi
screen-fast-love = parla di amore o di destino in poco tempo
screen-stranger = si presenta come uno sconosciuto che ti ha trovato per caso
screen-family = chiede della tua famiglia, dei tuoi amici o di chi ti segue
screen-job = chiede del tuo lavoro o della tua scuola
screen-secret = chiede che resti un segreto, o dice che tutto si cancella
screen-soothe = ti spinge a fidarti
screen-hardship = racconta di essere in difficoltà o solo
screen-money = parla presto di soldi
screen-threat-said = minaccia
screen-plan = propone di vedervi in un posto con altra gente
screen-shared = parla di persone o luoghi che avete in comune
screen-errand = ha un motivo pratico e semplice per scrivere
screen-no-pressure = lascia a te la scelta, senza fretta

problem-profile = { $file } non è un profilo che so leggere: { $reason }. In docs/screen.md c'è un esempio.
