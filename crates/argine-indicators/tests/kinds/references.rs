//! Numbers of money transfers, vouchers, references of banks.

use argine_model::IndicatorKind;

use crate::{table, varieties};

fn transfers(text: &str) -> Vec<String> {
    varieties(text, IndicatorKind::Mtcn)
}

fn vouchers(text: &str) -> Vec<String> {
    varieties(text, IndicatorKind::Giftcode)
}

fn accounts(text: &str) -> Vec<String> {
    varieties(text, IndicatorKind::Account)
}

#[test]
fn numbers_of_transfers() {
    table(
        transfers,
        &[
            ("MTCN 1234567890", "western_union 1234567890"),
            ("mtcn: 123-456-7890", "western_union 1234567890"),
            ("MTCN 123 456 7890", "western_union 1234567890"),
            ("m.t.c.n. 123 456 7890", "western_union 1234567890"),
            ("mtcn = 1 2 3 4 5 6 7 8 9 0", "western_union 1234567890"),
            ("il codice western union è 1234567890", "western_union 1234567890"),
            ("1234567890 codice WU", "western_union 1234567890"),
            ("the control number for western union: 1234567890", "western_union 1234567890"),
            ("code western union : 123 456 78 90", "western_union 1234567890"),
            ("código de western union 1234567890", "western_union 1234567890"),
            ("MTCN\n1234567890", "western_union 1234567890"),
            ("moneygram 12345678", "moneygram 12345678"),
            ("numero di riferimento moneygram: 1234 5678", "moneygram 12345678"),
            ("money gram ref 12345678", "moneygram 12345678"),
            ("référence MoneyGram 12345678", "moneygram 12345678"),
            ("ria pin 12345678901", "ria 12345678901"),
            ("PIN ria 123 4567 8901", "ria 12345678901"),
            ("ria order IT123456789", "ria IT123456789"),
            ("remitly R12345678901", "remitly R12345678901"),
            ("sendwave reference 1234567890", "sendwave 1234567890"),
            // Near misses.
            ("transfer code 10658284868\nci vediamo il 10.10.2026", " 10658284868"),
            ("transfer code 10658284868\nnumero 347.533.3216", " 10658284868"),
            ("1234567890", ""),
            ("ordine 1234567890 di amazon", ""),
            ("chiamami 3471234567 dopo che vai alla western union", ""),
            ("western union chiude alle 18:30 del 12/03/2024", ""),
            ("western union 0039 347 1234567", ""),
            ("mtcn 123456789", ""),
            ("mtcn 12345678901", ""),
            ("moneygram 300 euro", ""),
            ("aria 12345678901", ""),
            ("MTCN IT33I0760103200001234567890", ""),
        ],
    );
}

#[test]
fn codes_of_vouchers() {
    table(
        vouchers,
        &[
            ("steam AAAAA-B1B2B-C3C3C", "steam AAAAA-B1B2B-C3C3C"),
            ("codice steam: QW3RT-Y7U8I-OP9AS", "steam QW3RT-Y7U8I-OP9AS"),
            ("amazon ABCD-EF1234-GH56", "amazon ABCD-EF1234-GH56"),
            ("buono amazon ABCDEF1234GH56", "amazon ABCDEF1234GH56"),
            ("google play: 1A2B 3C4D 5E6F 7G8H", "google_play 1A2B3C4D5E6F7G8H"),
            ("apple gift card X1Y2Z3A4B5C6D7E8", "itunes X1Y2Z3A4B5C6D7E8"),
            ("itunes x1y2z3a4b5c6d7e8", "itunes X1Y2Z3A4B5C6D7E8"),
            ("paysafecard 0123 4567 8901 2345", "paysafecard 0123456789012345"),
            ("psc: 0123456789012345", "paysafecard 0123456789012345"),
            ("neosurf 1234567890", "neosurf 1234567890"),
            ("recharge transcash 123 456 789 012", "transcash 123456789012"),
            ("code PCS: 1234567890", "pcs 1234567890"),
            ("codice regalo: ABCD-1234-EFGH-5678", " ABCD-1234-EFGH-5678"),
            ("tarjeta regalo AB12-CD34-EF56", " AB12-CD34-EF56"),
            // Near misses.
            ("QW3RT-Y7U8I-OP9AS", ""),
            ("amazon mi ha mandato il pacco 12345678901234", ""),
            ("steam è giù dal 12/03/2024", ""),
            ("compra 3 carte amazon da 100 euro", ""),
            ("GIFT CARD SUBITO", ""),
            ("google play store non funziona", ""),
        ],
    );
}

#[test]
fn references_of_banks() {
    table(
        accounts,
        &[
            ("BIC PPAYITR1XXX", "bic PPAYITR1XXX"),
            ("swift: BCITITMM", "bic BCITITMM"),
            ("codice bic/swift BCITITMMXXX", "bic BCITITMMXXX"),
            ("code BIC : BNPAFRPP", "bic BNPAFRPP"),
            ("swift bcititmm", "bic BCITITMM"),
            ("BIC: BCIT IT MM", "bic BCITITMM"),
            ("CRO 12345678024", "cro 12345678024"),
            ("numero CRO: 12345678024", "cro 12345678024"),
            ("TRN 0306912345678901234567890IT123", "trn 0306912345678901234567890IT123"),
            ("TRN: 030691234567890123456789012345", "trn 030691234567890123456789012345"),
            ("TRN 0306912345678901480160501600IT", "trn 0306912345678901480160501600IT"),
            ("paypal transaction 1AB23456CD789012E", "paypal_transaction 1AB23456CD789012E"),
            ("ID transazione PayPal: 1AB23456CD789012E", "paypal_transaction 1AB23456CD789012E"),
            ("paypal.me/lunaprova", "paypal paypal.me/lunaprova"),
            ("https://www.paypal.com/paypalme/LunaProva/300EUR", "paypal paypal.me/lunaprova"),
            ("paypal: luna@gmail.com", ""),
            // Near misses.
            ("BCITITMM", ""),
            ("PPAYITR1XXX", ""),
            ("swift come una lepre", ""),
            ("bic nera", ""),
            ("cro 123", ""),
            ("1AB23456CD789012E", ""),
        ],
    );
}
