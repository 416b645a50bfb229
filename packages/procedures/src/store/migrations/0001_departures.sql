ALTER TABLE "account"."deactivations" ADD COLUMN "last_sign_in_at" bigint;--> statement-breakpoint
ALTER TABLE "account"."deactivations" ADD COLUMN "checked_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "account"."deletions" ADD COLUMN "id" uuid DEFAULT gen_random_uuid() NOT NULL;--> statement-breakpoint
CREATE INDEX "deactivations_checked" ON "account"."deactivations" USING btree ("checked_at");