//! One question to a server on this machine.

use std::time::Duration;

use serde::Deserialize;
use serde_json::json;

use crate::answer::{Opinion, answer_schema, check};
use crate::{Endpoint, Prompt};

/// A longer answer is no opinion.
pub const LARGEST_ANSWER: u64 = 256 * 1024;
/// A small model on a slow machine needs minutes.
pub const PATIENCE: Duration = Duration::from_mins(5);
/// So many tokens are enough for every claim there is.
const MOST_TOKENS: u32 = 2_000;

/// Why there is no opinion. The assessment stands as it is.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum OpinionError {
    /// Nobody answered, or not in time.
    #[error("the server did not answer: {0}")]
    Unreachable(String),
    /// It answered with a status that is no success; redirections are not followed.
    #[error("the server answered {0}")]
    Status(u16),
    /// It answered with more than [`LARGEST_ANSWER`] bytes, or with something else than what was asked for.
    #[error("the answer is not of the form asked for")]
    Malformed,
    /// The server names no model, and none was named.
    #[error("the server has no model")]
    NoModel,
}

impl OpinionError {
    /// Its sentence in the catalogue.
    pub const fn sentence(&self) -> &'static str {
        match self {
            Self::Unreachable(_) => "problem-opinion-unreachable",
            Self::Status(_) => "problem-opinion-status",
            Self::Malformed => "problem-opinion-answer",
            Self::NoModel => "problem-opinion-no-model",
        }
    }
}

#[derive(Deserialize)]
struct Completion {
    #[serde(default)]
    model: String,
    choices: Vec<Choice>,
}

#[derive(Deserialize)]
struct Choice {
    message: Said,
}

#[derive(Deserialize)]
struct Said {
    content: String,
}

#[derive(Deserialize)]
struct Models {
    data: Vec<Model>,
}

#[derive(Deserialize)]
struct Model {
    id: String,
}

/// Asks the model; where none is named, the first that the server has. Waits `patience` at most for each request.
///
/// # Errors
/// [`OpinionError`]: nothing that the server does can do more than leave the assessment without a second opinion.
pub fn ask(
    endpoint: &Endpoint,
    model: Option<&str>,
    prompt: &Prompt,
    patience: Duration,
) -> Result<Opinion, OpinionError> {
    let agent: ureq::Agent = ureq::Agent::config_builder()
        .timeout_global(Some(patience))
        .max_redirects(0)
        .max_redirects_will_error(false)
        .http_status_as_error(false)
        .proxy(None)
        .user_agent("")
        .build()
        .into();
    let model = match model {
        Some(model) => model.to_owned(),
        None => first_model(&agent, endpoint)?,
    };
    let request = json!({
        "model": model,
        "messages": [{ "role": "system", "content": prompt.system }, { "role": "user", "content": prompt.user }],
        "temperature": 0, "seed": 0, "stream": false, "max_tokens": MOST_TOKENS,
        "response_format": {
            "type": "json_schema", "json_schema": { "name": "opinion", "strict": true, "schema": answer_schema() },
        },
    });
    let answer = agent
        .post(format!("{endpoint}/chat/completions"))
        .header("content-type", "application/json")
        .header("accept", "application/json")
        .send(request.to_string().as_bytes());
    let completion: Completion = read(answer)?;
    let said = completion.choices.into_iter().next().ok_or(OpinionError::Malformed)?;
    let name = if completion.model.is_empty() { &model } else { &completion.model };
    check(&said.message.content, name, prompt)
}

fn first_model(agent: &ureq::Agent, endpoint: &Endpoint) -> Result<String, OpinionError> {
    let models: Models = read(agent.get(format!("{endpoint}/models")).header("accept", "application/json").call())?;
    models.data.into_iter().map(|model| model.id).next().ok_or(OpinionError::NoModel)
}

fn read<T: serde::de::DeserializeOwned>(
    answer: Result<ureq::http::Response<ureq::Body>, ureq::Error>,
) -> Result<T, OpinionError> {
    let mut answer = answer.map_err(|error| OpinionError::Unreachable(error.to_string()))?;
    if !answer.status().is_success() {
        return Err(OpinionError::Status(answer.status().as_u16()));
    }
    let body = answer.body_mut().with_config().limit(LARGEST_ANSWER).read_to_vec();
    let body = body.map_err(|error| match error {
        ureq::Error::BodyExceedsLimit(_) => OpinionError::Malformed,
        error => OpinionError::Unreachable(error.to_string()),
    })?;
    serde_json::from_slice(&body).map_err(|_| OpinionError::Malformed)
}
