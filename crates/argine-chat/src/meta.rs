use argine_model::Conversation;
pub(crate) fn join(_known: &mut Conversation, _part: Conversation) {}
