# words confirmed in docs/glossary.md

figure-due = قاتنىشىشقا تېگىشلىكى
figure-present = ئەمەلىي قاتناشقىنى
