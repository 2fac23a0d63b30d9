//! `stances` reads news articles and rule files, and says who took which stance in each article.

pub mod analyze;
pub mod article;
pub mod attribution;
pub mod clause;
pub mod corpus;
pub mod corrections;
pub mod diff;
pub mod eval;
pub mod examples;
pub mod grammar;
pub mod health;
pub mod id;
pub mod matching;
pub mod phrase;
pub mod reading;
pub mod render;
pub mod rules;
pub mod span;
pub mod stance;
pub mod statement;
pub mod table;
pub mod text;
pub mod warnings;
pub mod words;
