-- The planner takes every group for as large as their average. Where one has all users and the others have few, it would
-- read all memberships of the directory to find those of a small one. So it is told that a group has about 50 members:
-- then it goes by the index, which is right for a small one and little slower for a large one.
alter table group_members alter column group_id set (n_distinct = -0.02);
