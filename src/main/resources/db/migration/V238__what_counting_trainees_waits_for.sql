-- What V230 says of its function holds for whoever is counted already. Somebody who is being enrolled has no row yet that another transaction could wait for.
-- Holding the people's rows meanwhile would close that gap, and could deadlock: a village that is merged moves many people, in no order.
comment on function count_trainees(text, uuid, uuid[]) is
'Counts these people of a class by what is recorded now; returns how many were counted otherwise before. Two transactions about somebody who is counted already wait for each other, and the later one sees what the earlier did. Somebody who moves house in one transaction while another enrols them is counted where they lived before until the night, when all are counted anew.';
