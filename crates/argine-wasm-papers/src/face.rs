//! The class that JavaScript sees. Errors are thrown as `Error` with one sentence for people; one that is called
//! `EngineDefect` says that the module stopped in the middle of something.

use std::cell::Cell;

use argine_knowledge::{Argument, Catalogue};
use argine_model::Language;
use js_sys::Error;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

use crate::PressRefusal;

thread_local! {
    /// In which language a defect is told.
    static LANGUAGE: Cell<Language> = const { Cell::new(Language::It) };
}

/// Called once, when the module is loaded. A panic becomes an exception: who waits for an answer gets one.
#[wasm_bindgen(start)]
fn start() {
    std::panic::set_hook(Box::new(|panic| {
        // The place, never the message: it may hold words of a chat.
        let place = panic.location().map(ToString::to_string).unwrap_or_default();
        let words = Catalogue::new(LANGUAGE.get());
        let error = Error::new(&words.format("engine-defect", &[("detail", Argument::Text(place))]));
        error.set_name("EngineDefect");
        wasm_bindgen::throw_val(error.into());
    }));
}

/// Makes PDFs; see the crate's `Press`.
#[wasm_bindgen]
pub struct Press {
    press: crate::Press,
}

#[wasm_bindgen]
impl Press {
    /// `language` is `it` or `en`.
    #[wasm_bindgen(constructor)]
    pub fn new(language: &str) -> Press {
        let language = language.parse().unwrap_or_default();
        LANGUAGE.set(language);
        Self { press: crate::Press::new(language) }
    }

    /// A paper of the case file that `Engine.case_file` gives, completed by the statement (JSON, `{}` for none), as PDF.
    pub fn paper(&self, case_file: &[u8], kind: &str, statement: &str) -> Result<Vec<u8>, JsValue> {
        self.answer(self.press.paper(case_file, kind, statement))
    }

    /// A notice as PDF, of the same fields as `Engine.notice`.
    pub fn notice(&self, regime: &str, fields: &str, now: &str) -> Result<Vec<u8>, JsValue> {
        self.answer(self.press.notice(regime, fields, now))
    }
}

impl Press {
    fn answer<T>(&self, result: Result<T, PressRefusal>) -> Result<T, JsValue> {
        result.map_err(|refusal| Error::new(&refusal.sentence(self.press.catalogue())).into())
    }
}
