"""The values that pass between the stages; none of them does any work of a stage.

| value      | module       | made by   |
|------------|--------------|-----------|
| Position   | position     | source    |
| Diagnostic | diagnostic   | any stage |
| Node       | node         | source    |
| Text       | text         | case      |
| Amount     | amount       | case      |
| Case       | case         | case      |
| Budget     | budget       | budget    |
| Worded     | worded       | wording   |
| Document   | document     | markup    |
"""
