//! `stances` reads news articles and rule files, and says who took which stance in each article.

pub mod article;
pub mod attribution;
pub mod clause;
pub mod grammar;
pub mod id;
pub mod phrase;
pub mod reading;
pub mod rules;
pub mod span;
pub mod statement;
pub mod text;
pub mod words;
