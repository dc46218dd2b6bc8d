-- How the questions of quizzes do is worked out from the answers of a whole county, which are few among its records.
create index quiz_answers on sync_records (county) where type = 'quiz.submitted';
