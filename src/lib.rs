//! `stances` reads news articles and rule files, and says who took which stance in each article.

pub mod article;
pub mod id;
pub mod reading;
pub mod render;
pub mod span;
pub mod statement;
pub mod table;
