use argine_knowledge::Record;
use argine_model::PlanPath;

use crate::Case;

/// The path that the case is on: the first of the packs that fits.
pub(crate) fn path(case: &Case<'_>) -> Option<PlanPath> {
    let fitting =
        case.knowledge.paths().iter().filter(|path| path.is_for(case.country) && path.applies(case.facts).is_some());
    fitting.min_by_key(|path| path.rank).map(|path| PlanPath {
        title: path.title().clone(),
        text: path.text().clone(),
        dos: path.dos.clone(),
        verified: path.verified(case.today),
    })
}
