"""What is killed, cut off and refused while people work. Not collected by pytest: `make fault-test`."""
