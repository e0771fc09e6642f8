"""gunicorn for `make run`, an office server and the benchmarks alike."""

bind = "127.0.0.1:8000"
workers = 2
threads = 4  # a thread that waits for a PDF (rendered in a process of its own) leaves the others free
timeout = 60
max_requests = 5000  # a worker is renewed now and then
max_requests_jitter = 500
worker_tmp_dir = "/dev/shm"  # noqa: S108 - gunicorn's heartbeat file; a slow disk must not look like a dead worker
loglevel = "warning"
