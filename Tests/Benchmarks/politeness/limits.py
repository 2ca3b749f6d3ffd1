"""What the inventory of each world asks for; in each, another limit is the one that holds."""

RETRY_AFTER = 3
LIMITS = {
    "rate": {"concurrency": 64, "per_host": 64, "rate": "20/s"},
    "places": {"concurrency": 64, "per_host": 8, "rate": "10000/s"},
    "throttling": {"concurrency": 64, "per_host": 16, "rate": "50/s"},
}
