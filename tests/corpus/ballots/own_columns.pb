META
key;value
vote_type;approval
PROJECTS
name;project_id
"Road; ""north""";A
School;B
VOTES
age;vote;voter_id
40;"A,B";1
