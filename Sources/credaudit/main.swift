print("credaudit")
