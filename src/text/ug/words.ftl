# words confirmed in docs/glossary.md
