//! The class that JavaScript sees. Errors are thrown as `Error` with one sentence for people; one that is called
//! `EngineDefect` says that the module stopped in the middle of something and must be loaded again.

#![expect(unreachable_pub, reason = "JavaScript reaches what is public here")]

use std::cell::Cell;

use argine_knowledge::{Argument, Catalogue};
use argine_model::Language;
use js_sys::{Array, Error, Function, Reflect, Uint8Array};
use wasm_bindgen::prelude::{JsCast as _, JsValue, wasm_bindgen};

use crate::{Complaint, HandedFile, NoticeAnswer, Refusal, Session};

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

/// Packs and rules, loaded once, and the case that is open.
#[wasm_bindgen]
pub struct Engine {
    session: Session,
}

#[wasm_bindgen]
impl Engine {
    /// Loads packs and rules; `language` is `it` or `en`.
    #[wasm_bindgen(constructor)]
    pub fn new(language: &str) -> Result<Engine, JsValue> {
        let language = language.parse().unwrap_or_default();
        LANGUAGE.set(language);
        Ok(Self { session: Session::new(language).map_err(|refusal| thrown(&refusal, language))? })
    }

    /// Reads `files` (`{name, bytes}`), recognises, plans; keeps the case. Answers a `CaseView` as JSON.
    pub fn respond(&mut self, files: &Array, circumstances: &str, progress: &Function) -> Result<String, JsValue> {
        let files = files.iter().map(|file| handed(&file)).collect::<Result<Vec<_>, _>>();
        let files = files.map_err(|refusal| self.thrown(&refusal))?;
        let answer = self.session.respond(files, circumstances, |at| {
            // Who does not listen is not told; the work goes on.
            let _ = progress.call1(&JsValue::NULL, &JsValue::from_str(at));
        });
        answer.map_err(|refusal| self.thrown(&refusal))
    }

    /// Entries of a conversation: `MessageView[]` as JSON.
    pub fn messages(&self, conversation: u32, from: u32, count: u32) -> Result<String, JsValue> {
        self.answer(self.session.messages(conversation as usize, from as usize, count as usize))
    }

    /// The plan of the open case with ticks and answers, at `now` (RFC 9557): a `PlanView` as JSON.
    pub fn plan(&self, progress: &str, now: &str) -> Result<String, JsValue> {
        self.answer(self.session.plan(progress, now))
    }

    /// The plan for what a person says, where they hand nothing over: a `PlanView` as JSON.
    pub fn plan_without_files(&self, answers: &str, progress: &str, now: &str) -> Result<String, JsValue> {
        self.answer(self.session.plan_without_files(answers, progress, now))
    }

    /// Whether a profile is a lure: a `Screening` as JSON. `profile` holds what was told of it, `messages` its first ones as text.
    pub fn screen(&self, profile: &str, messages: &str, circumstances: &str) -> Result<String, JsValue> {
        self.answer(self.session.screen(profile, messages, circumstances))
    }

    /// Blanks and inferred facts: `{sections, facts}` as JSON.
    pub fn form(&self) -> Result<String, JsValue> {
        self.answer(self.session.form())
    }

    /// A paper as `html`, `text` or `odt`.
    pub fn paper(&self, kind: &str, format: &str, statement: &str) -> Result<Vec<u8>, JsValue> {
        self.answer(self.session.paper(kind, format, statement))
    }

    /// The case as a file, for the module of the papers.
    pub fn case_file(&self) -> Result<Vec<u8>, JsValue> {
        self.answer(self.session.case_file())
    }

    /// The open case, sealed, as a zip. `options`: `{"passphrase"?, "work_factor"?}`; `seed`: 32 random bytes, used once; the
    /// PDFs of the papers module, where it made them: the complaint, and its translation where the page is not Italian.
    pub fn seal(
        &self,
        options: &str,
        seed: &[u8],
        complaint: Option<Vec<u8>>,
        translation: Option<Vec<u8>>,
    ) -> Result<Vec<u8>, JsValue> {
        self.answer(self.session.seal(options, seed, &Complaint { italian: complaint, translation }))
    }

    /// Bytes under a passphrase; `work_factor` is 15 where it is left out.
    pub fn lock(&self, bytes: &[u8], passphrase: &str, work_factor: Option<u8>) -> Result<Vec<u8>, JsValue> {
        self.answer(crate::lock(bytes, passphrase, work_factor))
    }

    /// What `lock` closed.
    pub fn unlock(&self, bytes: &[u8], passphrase: &str) -> Result<Vec<u8>, JsValue> {
        self.answer(crate::unlock(bytes, passphrase))
    }

    /// How easily a passphrase is guessed: `{bits, enough, weakness, text}` as JSON.
    pub fn strength(&self, passphrase: &str) -> Result<String, JsValue> {
        self.answer(self.session.strength(passphrase))
    }

    /// Judges the case in a zip: `{intact, text, checks, seals}` as JSON.
    pub fn verify(&self, zip: &[u8]) -> Result<String, JsValue> {
        self.answer(self.session.verify(zip))
    }

    /// Laws under which removal can be asked for: a list as JSON. `country` is `it` where it is left out.
    pub fn notice_regimes(&self, country: Option<String>) -> Result<String, JsValue> {
        self.answer(self.session.notice_regimes(country.as_deref().unwrap_or("it")))
    }

    /// A notice as `Uint8Array`, or a string `{"missing": […]}` where it is not complete.
    pub fn notice(&self, regime: &str, fields: &str, format: &str, now: &str) -> Result<JsValue, JsValue> {
        match self.answer(self.session.notice(regime, fields, format, now))? {
            NoticeAnswer::Written(bytes) => Ok(Uint8Array::from(bytes.as_slice()).into()),
            NoticeAnswer::Incomplete(missing) => Ok(JsValue::from_str(&missing)),
        }
    }

    /// A record of the packs as JSON.
    pub fn knowledge(&self, id: &str) -> Result<String, JsValue> {
        self.answer(self.session.knowledge_record(id))
    }

    /// Who answers: `Helpline[]` as JSON.
    pub fn helplines(&self, country: &str, age: &str, now: &str) -> Result<String, JsValue> {
        self.answer(self.session.helplines(country, age, now))
    }

    /// A sentence of the catalogue.
    pub fn text(&self, id: &str) -> String {
        self.session.text(id)
    }
}

impl Engine {
    fn answer<T>(&self, result: Result<T, Refusal>) -> Result<T, JsValue> {
        result.map_err(|refusal| self.thrown(&refusal))
    }

    fn thrown(&self, refusal: &Refusal) -> JsValue {
        thrown(refusal, self.session.language())
    }
}

/// Digests of a file, and its PDQ where `age` is `adult`: JSON.
#[wasm_bindgen]
pub fn fingerprint_file(name: &str, bytes: &[u8], age: Option<String>) -> Result<String, JsValue> {
    let language = LANGUAGE.get();
    let age = age.as_deref().unwrap_or("unknown");
    crate::fingerprint_file(name, bytes, age, language).map_err(|refusal| thrown(&refusal, language))
}

/// The PDQ of pixels that the browser decoded, with its eight forms, where `age` is `adult`: JSON.
#[wasm_bindgen]
pub fn fingerprint_pixels(width: u32, height: u32, rgba: &[u8], age: Option<String>) -> Result<String, JsValue> {
    let age = age.as_deref().unwrap_or("unknown");
    crate::fingerprint_pixels(width, height, rgba, age).map_err(|refusal| thrown(&refusal, LANGUAGE.get()))
}

fn handed(file: &JsValue) -> Result<HandedFile, Refusal> {
    let field = |name: &str| Reflect::get(file, &JsValue::from_str(name)).unwrap_or(JsValue::UNDEFINED);
    let name = field("name").as_string();
    let bytes = field("bytes").dyn_into::<Uint8Array>().ok();
    match (name, bytes) {
        (Some(name), Some(bytes)) => Ok(HandedFile { name, bytes: bytes.to_vec() }),
        _ => Err(Refusal::Request("a file without name and bytes".to_owned())),
    }
}

fn thrown(refusal: &Refusal, language: Language) -> JsValue {
    Error::new(&refusal.sentence(Catalogue::new(language))).into()
}
