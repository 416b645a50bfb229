CREATE TABLE "account"."token_floors" (
	"person_id" text PRIMARY KEY NOT NULL,
	"not_before" timestamp with time zone NOT NULL
);
