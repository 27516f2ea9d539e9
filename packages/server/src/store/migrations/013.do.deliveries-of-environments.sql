-- Each attempt writes its delivery into all of these indexes; the deliveries of an environment are those of its endpoints.
drop index deliveries_by_environment;
