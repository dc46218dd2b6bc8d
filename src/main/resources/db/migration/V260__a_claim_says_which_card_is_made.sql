-- Two runners may come to the same card of a run within milliseconds: the number that was stored for it tells them that they make one card, not two.
alter table card_claims add column card uuid;
