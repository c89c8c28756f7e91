"""What web servers of one's own are told: redirects, what is gone, headers, types of files, the page for errors.

host_rules (what is said to all of them), apache (`.htaccess`), nginx (`_nginx.conf`), iis (`web.config`).
"""
