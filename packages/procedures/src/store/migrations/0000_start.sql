CREATE SCHEMA IF NOT EXISTS "account";
--> statement-breakpoint
CREATE TABLE "account"."deactivations" (
	"person_id" text PRIMARY KEY NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "account"."deletions" (
	"person_id" text PRIMARY KEY NOT NULL,
	"requested_at" timestamp with time zone DEFAULT now() NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"claimed_until" timestamp with time zone,
	"attempts" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "account"."flows" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"person_id" text NOT NULL,
	"sealed" text NOT NULL,
	"proven_at" timestamp with time zone,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "account"."journal" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"event" text NOT NULL,
	"person_id" text NOT NULL,
	"actor_id" text NOT NULL,
	"outcome" text NOT NULL,
	"request_id" text NOT NULL,
	"network" text,
	"device" text,
	"details" jsonb DEFAULT '{}'::jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "account"."limits" (
	"key" text PRIMARY KEY NOT NULL,
	"points" integer DEFAULT 0 NOT NULL,
	"expire" bigint
);
--> statement-breakpoint
CREATE TABLE "account"."secrets" (
	"name" text PRIMARY KEY NOT NULL,
	"value" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "account"."step_up_floors" (
	"person_id" text PRIMARY KEY NOT NULL,
	"not_before" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE INDEX "deletions_due" ON "account"."deletions" USING btree ("due_at");--> statement-breakpoint
CREATE INDEX "flows_expiry" ON "account"."flows" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "journal_person" ON "account"."journal" USING btree ("person_id","id");--> statement-breakpoint
CREATE INDEX "journal_at" ON "account"."journal" USING btree ("at");