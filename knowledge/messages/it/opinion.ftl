# Argine · secondo parere di un modello su questo computer

opinion-heading = Secondo parere
opinion-asking = Chiedo un parere al modello su questo computer. Può richiedere alcuni minuti.
opinion-explained = Lo dà un modello su questo computer, che può sbagliare e farsi ingannare. Non toglie nessun segno e non abbassa l'urgenza.
opinion-urgency = Urgenza con il secondo parere: { $urgency }
opinion-nothing = Il modello non indica segni con un messaggio che li mostri. Non vuol dire che non ci siano.
opinion-line = { $claim }. Messaggi: { $messages }
opinion-origin = Modello { $model }, domanda { $hash }. { $dropped ->
    [0] Nessuna affermazione scartata.
    [one] Un'affermazione scartata perché senza prova.
   *[other] { $dropped } affermazioni scartate perché senza prova.
}
opinion-left-out = Il modello ha visto { $shown } messaggi; { $left } sono rimasti fuori.
opinion-flag-self-harm = Parole che fanno pensare a farsi del male
opinion-flag-minor-victim = Segni che la persona ha meno di 18 anni
opinion-flag-physical-danger = Segni di un pericolo fisico

problem-opinion-scheme = L'indirizzo del modello deve cominciare con http:// e indicare questo computer, per esempio http://127.0.0.1:11434/v1.
problem-opinion-elsewhere = { $value } non è questo computer. La conversazione non esce da qui: scrivi un indirizzo locale, per esempio http://127.0.0.1:11434/v1.
problem-opinion-malformed = Questo non è un indirizzo: { $value }. Per esempio: http://127.0.0.1:11434/v1.
problem-opinion-unreachable = Il modello non ha risposto ({ $reason }). Resta valido quello che vedi, senza secondo parere.
problem-opinion-status = Il programma del modello ha rifiutato ({ $reason }). Resta valido quello che vedi, senza secondo parere.
problem-opinion-answer = La risposta del modello non si può usare ({ $reason }). Resta valido quello che vedi, senza secondo parere.
problem-opinion-no-model = Il programma non ha modelli ({ $reason }). Scrivi il nome con --model.
