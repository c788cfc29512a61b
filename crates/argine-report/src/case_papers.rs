use argine_knowledge::Knowledge;
use argine_model::{Action, Language};
use argine_respond::{CASE_FILE, CaseFile, MediaFingerprint};
use serde::Serialize;

use crate::{Programme, ReportError, handoff, transcript};

/// A file that is made from the originals and stands in the case: its name under `data/derived/` and its bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CasePaper {
    /// File name.
    pub name: String,
    /// Content.
    pub bytes: Vec<u8>,
}

/// Everything that stands in a case beside the originals, in the order in which it is written: data for other programs, the
/// transcript, the complaint, the fingerprints (cut to their first digits), the sheets of the programmes.
///
/// `complaint` makes the denuncia-querela in a language and says how its file ends: `pdf`, or `html` where a door has no
/// press. It is filed in Italian; who works in another language gets a courtesy translation beside it.
///
/// # Errors
/// What `complaint` says, or that no conversation was read.
pub fn case_papers(
    case: &CaseFile,
    fingerprints: &[MediaFingerprint],
    knowledge: &Knowledge,
    language: Language,
    mut complaint: impl FnMut(Language) -> Result<(&'static str, Vec<u8>), ReportError>,
) -> Result<Vec<CasePaper>, ReportError> {
    let (_, recognition) = case.main().ok_or(ReportError::NoConversation)?;
    let assessments: Vec<_> = case.recognitions.iter().map(|recognition| &recognition.assessment).collect();
    let reading = serde_json::json!({
        "sources": case.reading.sources, "members": case.reading.members, "findings": case.reading.findings,
    });
    let mut papers = vec![
        CasePaper { name: CASE_FILE.to_owned(), bytes: serde_json::to_vec(case)? },
        CasePaper::json("assessment.json", &recognition.assessment)?,
        // Through a value, which sorts the names: files of earlier cases are so.
        CasePaper::json("indicators.json", &serde_json::json!(recognition.indicators))?,
        CasePaper::json("plan.json", &serde_json::json!(case.plan))?,
        CasePaper::json("reading.json", &reading)?,
        CasePaper { name: "transcript.txt".to_owned(), bytes: transcript(case, Language::It).into_bytes() },
    ];
    let (end, bytes) = complaint(Language::It)?;
    papers.push(CasePaper { name: format!("denuncia-querela.{end}"), bytes });
    if language != Language::It {
        let (end, bytes) = complaint(language)?;
        papers.push(CasePaper { name: format!("denuncia-querela-translation.{end}"), bytes });
    }
    if assessments.len() > 1 {
        papers.push(CasePaper::json("assessments.json", &serde_json::json!(assessments))?);
    }
    if !fingerprints.is_empty() {
        papers.push(CasePaper::json("fingerprints.json", &fingerprints)?);
    }
    papers.extend(programmes(case).iter().map(|programme| {
        let sheet = handoff(*programme, None, knowledge, &case.opened, language);
        CasePaper { name: format!("handoff-{}.txt", programme.id()), bytes: sheet.into_bytes() }
    }));
    Ok(papers)
}

/// The programmes whose sheets belong to this case: where the plan says to have the images blocked.
pub fn programmes(case: &CaseFile) -> &'static [Programme] {
    let blocks = case.plan.steps.iter().any(|step| step.action == Action::TakedownHash);
    if blocks { Programme::of_age(case.age) } else { &[] }
}

impl CasePaper {
    fn json(name: &str, value: &impl Serialize) -> Result<Self, ReportError> {
        Ok(Self { name: name.to_owned(), bytes: serde_json::to_vec_pretty(value)? })
    }
}
