-- Hidden from its trainee's list and nowhere else: it is neither deleted nor kept from a mentor.
alter table attempts add column hidden_at timestamptz;
