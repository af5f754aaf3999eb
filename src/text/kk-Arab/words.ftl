# words confirmed in docs/glossary.md

role-chief_scrutineer = باس بەلەت باقىلاۋشى
role-scrutineer = بەلەت باقىلاۋشى
